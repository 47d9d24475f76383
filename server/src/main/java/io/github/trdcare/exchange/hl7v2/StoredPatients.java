package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.chart.References;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/** Finds whom a message is about under any of the numbers that it gives, so that nobody is stored twice. */
final class StoredPatients {
    private final ResourceStore store;

    StoredPatients(ResourceStore store) {
        this.store = store;
    }

    /**
     * Lets the patient of a draft be stored under the number under which they are known.
     *
     * @throws V2RefusedException when the numbers are those of two patients
     */
    void find(Draft draft) {
        for (BundleEntryComponent entry : draft.bundle().getEntry()) {
            if (entry.getResource() instanceof Patient patient) {
                one(patient).ifPresent(known -> Draft.match(entry, shared(patient, known)));
            }
        }
    }

    private Optional<Patient> one(Patient said) {
        List<Patient> found = whom(said);
        if (found.size() > 1) {
            throw new V2RefusedException(
                    V2Error.REFUSED,
                    "PID.1.3",
                    "Two patients of this server have these numbers; merge them (A40) first");
        }
        return found.stream().findFirst();
    }

    /** Those who may be meant by the numbers of a message. */
    List<Patient> whom(Patient said) {
        return of(said.getIdentifier()).stream()
                .filter(each -> !isAnother(each, said))
                .toList();
    }

    /** All who have one of these numbers, each once. */
    List<Patient> of(List<Identifier> numbers) {
        Map<String, Patient> found = new TreeMap<>();
        numbers.forEach(number -> store.find(Patient.class, MatchUrl.byIdentifier(number))
                .forEach(patient -> found.put(References.to(patient), patient)));
        return List.copyOf(found.values());
    }

    /** Whom the assigner of the message's own number knows by another one, though they share a number of somebody else. */
    private static boolean isAnother(Patient known, Patient said) {
        String assigner = Patients.key(said).getSystem();
        List<Identifier> own = known.getIdentifier().stream()
                .filter(number -> assigner.equals(number.getSystem()))
                .toList();
        return !own.isEmpty() && own.stream().noneMatch(number -> Patients.has(said, number));
    }

    /** The message's own number, or the first of its others that the patient has. */
    private static Identifier shared(Patient said, Patient known) {
        Identifier key = Patients.key(said);
        return Patients.has(known, key)
                ? key
                : said.getIdentifier().stream()
                        .filter(number -> Patients.has(known, number))
                        .findFirst()
                        .orElse(key);
    }
}
