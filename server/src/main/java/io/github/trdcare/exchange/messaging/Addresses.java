package io.github.trdcare.exchange.messaging;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Finds what the references of a message point to: another entry of it, a resource of its sender, or one of this server. */
final class Addresses {
    /** In the place of several. */
    private static final BundleEntryComponent NOBODY = new BundleEntryComponent();

    private final Map<String, BundleEntryComponent> entries = new HashMap<>();
    private final Map<String, BundleEntryComponent> numbered = new HashMap<>();

    Addresses(Message message) {
        message.content().stream().filter(BundleEntryComponent::hasResource).forEach(entry -> {
            entries.put(relative(entry.getResource()), entry);
            if (entry.hasFullUrl()) {
                entries.put(entry.getFullUrl(), entry);
            }
            numbers(entry.getResource())
                    .forEach(number -> numbered.merge(number, entry, (one, other) -> one == other ? one : NOBODY));
        });
    }

    /** Those of a resource with their type, and without it, for a reference may leave the type out. */
    private static Stream<String> numbers(Resource resource) {
        Property identifiers = resource.getNamedProperty("identifier");
        return identifiers == null
                ? Stream.empty()
                : identifiers.getValues().stream()
                        .map(Identifier.class::cast)
                        .flatMap(number -> Stream.of(number("", number), number(resource.fhirType(), number)));
    }

    private static String number(@Nullable String type, Identifier number) {
        return (type == null ? "" : type) + "?" + number.getSystem() + "|" + number.getValue();
    }

    Optional<BundleEntryComponent> entry(Reference reference, BundleEntryComponent from) {
        if (!reference.hasReference() && reference.getIdentifier().getValue() != null) {
            return Optional.ofNullable(numbered.get(number(reference.getType(), reference.getIdentifier())))
                    .filter(found -> found != NOBODY);
        }
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
