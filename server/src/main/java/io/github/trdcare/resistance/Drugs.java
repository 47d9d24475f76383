package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** The drug that a record names: a concept of its own, or a Medication inside it or beside it. */
final class Drugs {

    private Drugs() {}

    static CodeableConcept of(DomainResource record, Type medication, Chart chart) {
        if (medication instanceof Reference reference) {
            return contained(record, reference)
                    .or(() -> chart.find(Medication.class, References.of(reference)))
                    .map(Medication::getCode)
                    .orElseGet(() -> new CodeableConcept().setText(reference.getDisplay()));
        }
        return medication instanceof CodeableConcept concept ? concept : new CodeableConcept();
    }

    private static Optional<Medication> contained(DomainResource record, Reference reference) {
        return record.getContained().stream()
                .filter(each -> each instanceof Medication
                        && reference.hasReference()
                        && reference
                                .getReference()
                                .equals("#" + each.getIdElement().getIdPart().replace("#", "")))
                .map(Medication.class::cast)
                .findFirst();
    }
}
