package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.storage.MatchUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a message becomes: one transaction whose writes are all conditional on identifiers, so that it can be repeated. */
final class Draft {
    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    private final List<String> matches = new ArrayList<>();
    private List<Identifier> mergedFrom = List.of();

    /** Stores a resource, or what it is by now. */
    Reference put(Resource resource, Identifier key) {
        Optional<BundleEntryComponent> before = entry(resource, key);
        if (before.isPresent()) {
            before.get().setResource(resource);
            return new Reference(before.get().getFullUrl());
        }
        BundleEntryComponent entry = add(resource, key);
        entry.getRequest().setMethod(HTTPVerb.PUT);
        match(entry, key);
        return new Reference(entry.getFullUrl());
    }

    /** Stores a resource unless it is there. */
    Reference keep(Resource resource, Identifier key) {
        BundleEntryComponent entry = add(resource, key);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        match(entry, key);
        return new Reference(entry.getFullUrl());
    }

    /** Lets a write depend on a number, be it another than the one that the entry is known by in the draft. */
    static void match(BundleEntryComponent entry, Identifier number) {
        if (entry.getRequest().getMethod() == HTTPVerb.PUT) {
            entry.getRequest().setUrl(entry.getResource().fhirType() + "?" + MatchUrl.byIdentifier(number));
        } else {
            entry.getRequest().setIfNoneExist(MatchUrl.byIdentifier(number));
        }
    }

    private BundleEntryComponent add(Resource resource, Identifier key) {
        matches.add(resource.fhirType() + "?" + MatchUrl.byIdentifier(key));
        if (resource instanceof Patient patient) {
            patient.getIdentifier().forEach(this::watch);
        }
        return bundle.addEntry().setFullUrl(address(resource, key)).setResource(resource);
    }

    /**
     * A number that a patient may be known by: without its system, others who write under it wait all the same, but it does
     * not become this one patient's own, for two may share a number that says little, such as one of nines.
     */
    private void watch(Identifier number) {
        matches.add("Patient?" + MatchUrl.byIdentifier(new Identifier().setValue(number.getValue())));
    }

    /** The same thing named twice in one message is one thing, as the later naming has it. */
    private Optional<BundleEntryComponent> entry(Resource resource, Identifier key) {
        return bundle.getEntry().stream()
                .filter(entry -> entry.getFullUrl().equals(address(resource, key)))
                .findFirst();
    }

    private static String address(Resource resource, Identifier key) {
        String name = resource.fhirType() + " " + key.getSystem() + " " + key.getValue();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The patient of the message takes the place of another, who has these numbers. */
    Draft mergedFrom(List<Identifier> others) {
        mergedFrom = List.copyOf(others);
        others.forEach(other -> matches.add("Patient?" + MatchUrl.byIdentifier(other)));
        return this;
    }

    List<Identifier> mergedFrom() {
        return mergedFrom;
    }

    Bundle bundle() {
        return bundle;
    }

    /** What its writes depend on: nobody else may write under the same match meanwhile. */
    List<String> matches() {
        return matches;
    }
}
