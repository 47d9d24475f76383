package io.github.trdcare.exchange.identity;

import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;

/** Which two records can become one. */
final class MergeRules {
    private static final String CODE = "merge";

    private MergeRules() {}

    /** Why the source cannot end in favour of the target. */
    static List<Refusal> ofPair(Patient source, Patient target) {
        List<Refusal> refusals = new ArrayList<>();
        if (References.to(source).equals(References.to(target))) {
            refusals.add(Refusal.content(
                    CODE,
                    place("target-patient"),
                    "Source and target are one and the same, " + References.to(source),
                    "two patients"));
        }
        PatientLinks.successor(source)
                .ifPresent(successor -> refusals.add(Refusal.conflict(
                        CODE,
                        place("source-patient"),
                        References.to(source) + " has ended already: it was merged into " + successor,
                        "a patient whose record goes on, such as " + successor)));
        Optional<String> successor = PatientLinks.successor(target);
        successor.ifPresent(goesOn -> refusals.add(Refusal.conflict(
                CODE,
                place("target-patient"),
                References.to(target) + " has ended: it was merged into " + goesOn,
                goesOn)));
        if (successor.isEmpty() && target.hasActive() && !target.getActive()) {
            refusals.add(Refusal.conflict(
                    CODE,
                    place("target-patient"),
                    References.to(target) + " is not active",
                    "an active patient; set Patient.active first, or merge the other way round"));
        }
        return refusals;
    }

    /** Why the record that goes on cannot be as the client wants it. */
    static List<Refusal> ofResult(Patient result, Patient target, List<Identifier> named) {
        List<Refusal> refusals = new ArrayList<>();
        if (!result.hasIdElement() || !References.to(result).equals(References.to(target))) {
            refusals.add(Refusal.content(
                    CODE,
                    place("result-patient") + ".resource.id",
                    "The result is not the target patient",
                    target.getIdElement().getIdPart()));
        }
        if (!named.stream().allMatch(identifier -> PatientMerge.holds(result, identifier))) {
            refusals.add(Refusal.content(
                    CODE,
                    place("result-patient") + ".resource.identifier",
                    "The result lacks an identifier by which the request names a patient",
                    "every identifier of source-patient-identifier and target-patient-identifier"));
        }
        if (result.hasActive() && !result.getActive()
                || PatientLinks.successor(result).isPresent()) {
            refusals.add(Refusal.content(
                    CODE,
                    place("result-patient") + ".resource.active",
                    "The result would be a record that has ended",
                    "an active patient without a link of type replaced-by"));
        }
        return refusals;
    }

    private static String place(String parameter) {
        return "Parameters.parameter.where(name = '" + parameter + "')";
    }
}
