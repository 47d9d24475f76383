package io.github.trdcare.exchange.hl7v2;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/** ADT A40: two numbers are one patient. */
final class MergeMapper implements Mapper {

    @Override
    public Set<String> events() {
        return Set.of("ADT^A40");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        onePair(message);
        Patient patient = Patients.of(message, types);
        Line merge = message.required("MRG");
        merge.required(1, "The number that is no more (MRG-1)");
        List<Identifier> others = merge.all(1).stream().map(types::cx).toList();
        withoutThose(patient, others);
        Draft draft = new Draft();
        draft.put(patient, Patients.key(patient));
        return draft.mergedFrom(others);
    }

    /** The standard lets the pair repeat; half of what such a message says must not be taken for the whole. */
    private static void onePair(V2Message message) {
        for (String segment : List.of("PID", "MRG")) {
            if (message.lines().stream()
                            .filter(line -> line.name().equals(segment))
                            .count()
                    > 1) {
                throw new V2RefusedException(
                        V2Error.SEGMENT_SEQUENCE,
                        segment + ".2",
                        "A message merges one patient into one other; send an A40 for each pair");
            }
        }
    }

    /** Some senders name the number that is no more in PID-3 too: until the merge it is the other patient's. */
    private static void withoutThose(Patient patient, List<Identifier> others) {
        List<Identifier> own = patient.getIdentifier().stream()
                .filter(number -> others.stream().noneMatch(other -> Patients.same(number, other)))
                .toList();
        if (!own.isEmpty()) {
            patient.setIdentifier(own);
        }
    }
}
