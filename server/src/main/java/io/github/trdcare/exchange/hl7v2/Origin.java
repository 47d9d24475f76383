package io.github.trdcare.exchange.hl7v2;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/** Says of everything that a message brought which message it was. */
final class Origin {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private Origin() {}

    static void add(Draft draft, Header header, Instant received) {
        Provenance provenance = of(header, received);
        Bundle bundle = draft.bundle();
        bundle.getEntry().forEach(entry -> provenance.addTarget(new Reference(entry.getFullUrl())));
        bundle.addEntry()
                .setResource(provenance)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Provenance");
    }

    /** Of which message, without saying yet what came of it. */
    static Provenance of(Header header, Instant received) {
        Provenance provenance = new Provenance().setRecorded(Date.from(received));
        provenance
                .addAgent()
                .setWho(new Reference()
                        .setDisplay(header.sender().replace('|', ' ').strip() + " (HL7 v2)"))
                .getType()
                .addCoding()
                .setSystem(AGENTS)
                .setCode("author");
        provenance
                .addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference()
                        .setIdentifier(new Identifier().setValue(header.controlId()))
                        .setDisplay("HL7 v2 message " + header.event() + " " + header.controlId()));
        return provenance;
    }
}
