package io.github.trdcare.safety;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationAdministration;

/** Tells the doses after which a patient is watched, each with the rule of its drug. */
final class ObservedDoses {
    private final List<Row> rules;

    ObservedDoses(Knowledge knowledge) {
        this.rules = knowledge.document("safety.yaml").row("observation").named();
        rules.forEach(rule ->
                rule.only("codes", "minutes", "maxSystolic", "maxDiastolic", "reviewDueHours", "text", "source"));
    }

    Optional<Row> rule(MedicationAdministration dose) {
        return dose.getMedication() instanceof CodeableConcept drug
                ? rules.stream()
                        .filter(rule -> Coded.isAny(drug, rule.texts("codes")))
                        .findFirst()
                : Optional.empty();
    }
}
