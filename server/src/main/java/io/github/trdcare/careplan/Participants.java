package io.github.trdcare.careplan;

import io.github.trdcare.chart.References;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** Names people and organizations that the record refers to. */
final class Participants {

    private Participants() {}

    static String name(String reference, Function<String, Optional<Resource>> resolved) {
        return resolved.apply(reference).map(who -> name(who, resolved)).orElse("");
    }

    private static String name(Resource who, Function<String, Optional<Resource>> resolved) {
        if (who instanceof PractitionerRole role) {
            String person = role.hasPractitioner() ? name(References.of(role.getPractitioner()), resolved) : "";
            return person.isEmpty() ? name(References.of(role.getOrganization()), resolved) : person;
        }
        if (who instanceof Practitioner practitioner) {
            return Worded.name(practitioner.getName());
        }
        if (who instanceof Patient patient) {
            return Worded.name(patient.getName());
        }
        if (who instanceof RelatedPerson person) {
            return Worded.name(person.getName());
        }
        return who instanceof Organization organization && organization.hasName() ? organization.getName() : "";
    }
}
