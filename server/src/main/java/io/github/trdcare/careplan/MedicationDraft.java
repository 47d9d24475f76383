package io.github.trdcare.careplan;

import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** Makes the order of a drug that a protocol names, as a draft: dose, rhythm and length are those that the inputs say. */
final class MedicationDraft {
    private static final String MILLIGRAM = "mg";
    private static final int WEEK = 7;

    private MedicationDraft() {}

    static MedicationRequest of(ActivityDefinition activity, PlanFacts facts, Reference plan) {
        MedicationRequest order = new MedicationRequest()
                .setStatus(MedicationRequestStatus.DRAFT)
                .setIntent(MedicationRequestIntent.ORDER)
                .setMedication(activity.getProduct().copy())
                .setSubject(facts.patient())
                .setAuthoredOnElement(facts.written());
        if (activity.hasProfile()) {
            order.setMeta(PlanFacts.claiming(activity.getProfile()));
        }
        order.addBasedOn(plan);
        order.addInstantiatesCanonical(facts.protocol().canonical());
        order.addReasonReference(facts.episode());
        facts.strategy(activity.getCode()).ifPresent(order::addExtension);
        facts.author().ifPresent(order::setRequester);
        facts.organization().ifPresent(order::setPerformer);
        facts.replaced("MedicationRequest").stream().findFirst().ifPresent(order::setPriorPrescription);
        order.addDosageInstruction(dosage(facts));
        return order;
    }

    private static Dosage dosage(PlanFacts facts) {
        ProtocolInputs inputs = facts.inputs();
        Dosage dosage = new Dosage().setText(String.join(", ", inputs.words()));
        TimingRepeatComponent repeat = dosage.getTiming().getRepeat();
        repeat.getBoundsPeriod().setStartElement(facts.startDay());
        inputs.whole("weeks")
                .map(weeks -> facts.start().plusDays((long) weeks * WEEK - 1))
                .ifPresent(last -> repeat.getBoundsPeriod().setEndElement(new DateTimeType(last.toString())));
        inputs.whole("doses-per-week")
                .ifPresent(doses -> repeat.setFrequency(doses).setPeriod(1).setPeriodUnit(UnitsOfTime.WK));
        milligrams(inputs).ifPresent(amount -> dosage.addDoseAndRate()
                .setDose(new Quantity()
                        .setValue(amount)
                        .setUnit(MILLIGRAM)
                        .setSystem(Units.UCUM)
                        .setCode(MILLIGRAM)));
        return dosage;
    }

    private static Optional<BigDecimal> milligrams(ProtocolInputs inputs) {
        return inputs.quantity("dose").flatMap(dose -> Units.in(dose, MILLIGRAM));
    }
}
