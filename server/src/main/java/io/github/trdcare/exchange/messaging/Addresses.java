package io.github.trdcare.exchange.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Finds what the references of a message point to: another entry of it, a resource of its sender, or one of this server. */
final class Addresses {
    private final Map<String, BundleEntryComponent> entries = new HashMap<>();

    Addresses(Message message) {
        message.content().stream().filter(BundleEntryComponent::hasResource).forEach(entry -> {
            entries.put(relative(entry.getResource()), entry);
            if (entry.hasFullUrl()) {
                entries.put(entry.getFullUrl(), entry);
            }
        });
    }

    Optional<BundleEntryComponent> entry(Reference reference, BundleEntryComponent from) {
        return Optional.ofNullable(reference.getReference())
                .map(target -> target.replaceFirst("/_history/.*", ""))
                .flatMap(target -> Stream.of(base(from) + target, target)
                        .map(entries::get)
                        .filter(found -> found != null)
                        .findFirst());
    }

    /** Entries are called by names of this message; what its sender alone has keeps the sender's address. */
    void rewire(BundleEntryComponent entry) {
        references(entry.getResource()).forEach(reference -> {
            Optional<BundleEntryComponent> target = entry(reference, entry);
            boolean atSender = reference.hasReference()
                    && !base(entry).isEmpty()
                    && reference.getReference().matches("[A-Z][A-Za-z]+/.+");
            if (target.isPresent()) {
                reference.setReference(placeholder(target.get())).setResource(null);
            } else if (atSender) {
                reference.setReference(base(entry) + reference.getReference());
            }
        });
    }

    static String placeholder(BundleEntryComponent entry) {
        String name = entry.hasFullUrl() ? entry.getFullUrl() : relative(entry.getResource());
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Reference> references(Base value) {
        return value instanceof Reference reference
                ? Stream.of(reference)
                : value.children().stream()
                        .flatMap(property -> property.getValues().stream())
                        .filter(child -> child != null)
                        .flatMap(Addresses::references);
    }

    private static String relative(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** Where a sender keeps its resources; empty for an entry that has no address of its own. */
    private static String base(BundleEntryComponent entry) {
        String url = entry.hasFullUrl() ? entry.getFullUrl() : "";
        return url.matches("https?://.+/[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}")
                ? url.replaceFirst("[A-Z][A-Za-z]+/[^/]+$", "")
                : "";
    }
}
