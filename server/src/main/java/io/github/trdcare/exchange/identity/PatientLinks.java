package io.github.trdcare.exchange.identity;

import io.github.trdcare.chart.References;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Patient.PatientLinkComponent;
import org.hl7.fhir.r4.model.Reference;

/** What links two records of one person: the one that has ended names the one that goes on, and the other way round. */
final class PatientLinks {

    private PatientLinks() {}

    /** The record that goes on in the place of this one; none when this one does. */
    static Optional<String> successor(Patient patient) {
        return patient.getLink().stream()
                .filter(link -> link.getType() == LinkType.REPLACEDBY)
                .map(PatientLinkComponent::getOther)
                .flatMap(other -> References.patient(other).stream())
                .findFirst();
    }

    /** Whether this record goes on in the place of another one. */
    static boolean isSuccessor(Patient patient) {
        return patient.getLink().stream().anyMatch(link -> link.getType() == LinkType.REPLACES);
    }

    static void add(Patient patient, LinkType type, Patient other) {
        boolean known = patient.getLink().stream()
                .anyMatch(link ->
                        link.getType() == type && References.of(link.getOther()).equals(References.to(other)));
        if (!known) {
            patient.addLink().setType(type).setOther(new Reference(References.to(other)));
        }
    }
}
