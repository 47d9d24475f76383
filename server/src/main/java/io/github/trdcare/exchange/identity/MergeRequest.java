package io.github.trdcare.exchange.identity;

import io.github.trdcare.chart.Refusal;
import io.github.trdcare.door.RefusedException;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks to be merged.
 *
 * @param result the record that goes on as it shall be; none: the target with the numbers of the source
 */
record MergeRequest(
        @Nullable Reference source,
        List<Identifier> sourceNumbers,
        @Nullable Reference target,
        List<Identifier> targetNumbers,
        @Nullable Patient result) {

    /** The two patients as they are now, and the result; refused when they cannot be merged. */
    Pair pair(PatientLookup lookup) {
        Patient from = lookup.find("source-patient", source, sourceNumbers);
        Patient to = lookup.find("target-patient", target, targetNumbers);
        refuse(MergeRules.ofPair(from, to));
        if (result == null) {
            return new Pair(from, to, PatientMerge.taken(from, to));
        }
        refuse(MergeRules.ofResult(
                result,
                to,
                Stream.concat(sourceNumbers.stream(), targetNumbers.stream()).toList()));
        Patient wanted = result.copy();
        PatientLinks.add(wanted, LinkType.REPLACES, from);
        return new Pair(from, to, wanted);
    }

    private static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw RefusedException.of(refusals);
        }
    }

    /** Two records of one person, and what the one that goes on becomes. */
    record Pair(Patient source, Patient target, Patient result) {}
}
