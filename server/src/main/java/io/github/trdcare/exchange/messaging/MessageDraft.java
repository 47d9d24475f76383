package io.github.trdcare.exchange.messaging;

import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;

/**
 * What a message becomes: one transaction. What the message is about is stored or updated, what it brings along is stored
 * unless it is there; each is known again by its identifier, else by its address at the sender.
 */
final class MessageDraft {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    private static final String URI = "urn:ietf:rfc:3986";

    private final Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
    private final List<String> matches = new ArrayList<>();

    MessageDraft(Message message, Set<BundleEntryComponent> focus) {
        Addresses addresses = new Addresses(message);
        List<BundleEntryComponent> content = message.content();
        content.forEach(addresses::rewire);
        for (int i = 0; i < content.size(); i++) {
            add(content.get(i), focus.contains(content.get(i)), "Bundle.entry[" + (i + 1) + "]");
        }
    }

    private void add(BundleEntryComponent from, boolean update, String place) {
        Resource resource = from.getResource();
        Optional<Identifier> key = key(resource, from.getFullUrl() + "");
        // Those are its sender's.
        resource.setId((String) null);
        resource.getMeta().setVersionIdElement(null).setLastUpdatedElement(null);
        BundleEntryComponent entry =
                bundle.addEntry().setFullUrl(Addresses.placeholder(from)).setResource(resource);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        key.ifPresent(number -> {
            String query = MatchUrl.byIdentifier(number);
            String match = resource.fhirType() + "?" + query;
            if (matches.contains(match)) {
                throw new MessageRefusedException(
                        IssueType.DUPLICATE, place, "Two entries have one identifier: they would be one resource");
            }
            matches.add(match);
            if (update) {
                entry.getRequest().setMethod(HTTPVerb.PUT).setUrl(match);
            } else {
                entry.getRequest().setIfNoneExist(query);
            }
        });
    }

    /** What it is known again by; the address at its sender becomes its identifier where it has none. */
    static Optional<Identifier> key(Resource resource, String address) {
        Property numbers = resource.getNamedProperty("identifier");
        if (numbers == null) {
            return Optional.empty();
        }
        Optional<Identifier> own = numbers.getValues().stream()
                .map(Identifier.class::cast)
                .filter(number -> number.getSystem() != null && MatchUrl.isSearchable(number))
                .findFirst();
        if (own.isEmpty() && numbers.getValues().isEmpty() && address.startsWith("http")) {
            Identifier atSender = new Identifier().setSystem(URI).setValue(address);
            resource.setProperty("identifier", atSender);
            return Optional.of(atSender);
        }
        return own;
    }

    /** Finds what its references by number alone mean; where nothing of that number is stored, the number remains. */
    static void resolve(List<BundleEntryComponent> entries, ResourceStore store) {
        entries.stream()
                .flatMap(entry -> Addresses.references(entry.getResource()))
                .filter(reference -> !reference.hasReference() && reference.hasType())
                .filter(reference -> reference.getIdentifier().getSystem() != null
                        && MatchUrl.isSearchable(reference.getIdentifier()))
                .forEach(reference -> {
                    List<? extends Resource> found = store.find(
                            ResourceFactory.createResource(reference.getType()).getClass(),
                            MatchUrl.byIdentifier(reference.getIdentifier()));
                    if (found.size() == 1) {
                        reference.setReference(reference.getType() + "/"
                                + found.get(0).getIdElement().getIdPart());
                    }
                });
    }

    /** Says of everything that the message brought which message it was. */
    Bundle withOrigin(Message message, Instant received) {
        Provenance provenance = new Provenance().setRecorded(Date.from(received));
        bundle.getEntry().forEach(entry -> provenance.addTarget(new Reference(entry.getFullUrl())));
        provenance
                .addAgent()
                .setWho(new Reference().setDisplay(message.endpoint() + " (FHIR message)"))
                .getType()
                .addCoding()
                .setSystem(AGENTS)
                .setCode("author");
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(message.endpoint())
                                .setValue(message.key().controlId()))
                        .setDisplay("FHIR message " + message.key().event() + " "
                                + message.key().controlId()));
        bundle.addEntry()
                .setResource(provenance)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Provenance");
        return bundle;
    }

    Bundle bundle() {
        return bundle;
    }

    /** What its writes depend on: nobody else may write under the same match meanwhile. */
    List<String> matches() {
        return matches;
    }
}
