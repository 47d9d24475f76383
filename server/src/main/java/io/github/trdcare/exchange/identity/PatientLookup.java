package io.github.trdcare.exchange.identity;

import io.github.trdcare.door.RefusedException;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** Finds the one patient whom a request names by reference, by identifiers or by both. */
record PatientLookup(ResourceStore store) {

    /**
     * @param role as in {@code source-patient}, of which there is a {@code source-patient-identifier} too
     */
    Patient find(String role, @Nullable Reference reference, List<Identifier> identifiers) {
        String numbers = role + "-identifier";
        if (identifiers.stream().anyMatch(identifier -> !identifier.hasValue())) {
            throw RefusedException.unreadable(numbers, "An identifier needs a value, and its system where it has one");
        }
        if (reference != null) {
            Patient patient = read(role, reference.getReferenceElement());
            if (!identifiers.stream().allMatch(identifier -> PatientMerge.holds(patient, identifier))) {
                throw RefusedException.unfit(
                        numbers, "The patient of " + role + " does not have every identifier of " + numbers);
            }
            return patient;
        }
        if (identifiers.isEmpty()) {
            throw RefusedException.unreadable(role, "$merge needs " + role + ", as in Patient/1, or " + numbers);
        }
        return byNumbers(numbers, identifiers);
    }

    private Patient read(String role, IIdType id) {
        if (!"Patient".equals(id.getResourceType()) || !id.hasIdPart() || id.isAbsolute() || id.hasVersionIdPart()) {
            throw RefusedException.unfit(
                    role, "A patient of this server is expected, without a version, as in Patient/1");
        }
        return store.read(Patient.class, id.getIdPart())
                .orElseThrow(() -> RefusedException.notFound("Patient/" + id.getIdPart()));
    }

    private Patient byNumbers(String parameter, List<Identifier> identifiers) {
        String query = identifiers.stream().map(MatchUrl::byIdentifier).collect(Collectors.joining("&"));
        List<Patient> found = store.find(Patient.class, query);
        if (found.size() != 1) {
            throw RefusedException.unfit(
                    parameter,
                    (found.isEmpty() ? "No patient has" : found.size() + " patients have") + " what " + parameter
                            + " says; it must be exactly one");
        }
        return found.get(0);
    }
}
