package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.hl7v2.V2Message.Group;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Timing.EventTiming;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** OMP and RDE: prescriptions, with the dose as the rules of trials read it. */
final class MedicationOrderMapper implements Mapper {

    @Override
    public Set<String> events() {
        return Set.of("OMP^O09", "RDE^O11");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Reference subject = Patients.keep(message, types, draft);
        message.required("ORC");
        message.groups(List.of("ORC")).forEach(group -> prescription(group, subject, types, draft));
        return draft;
    }

    private static void prescription(Group group, Reference subject, Datatypes types, Draft draft) {
        Line orc = group.required("ORC");
        Drug drug = drug(group);
        Identifier number = types.ei(Orders.number(group), "order");
        String status = types.tables()
                .find("prescription-status", Orders.status(group, types))
                .orElse("unknown");
        MedicationRequest prescription = new MedicationRequest()
                .addIdentifier(number)
                .setSubject(subject)
                .setStatus(MedicationRequestStatus.fromCode(status))
                .setIntent(MedicationRequestIntent.ORDER)
                .setMedication(types.concept(drug.code()));
        orc.first(9).map(types.times()::dateTime).ifPresent(prescription::setAuthoredOnElement);
        orc.first(12).map(types::xcn).ifPresent(prescription::setRequester);
        Unsaid.goes(prescription, "authoredOn", orc, 9);
        Unsaid.goes(prescription, "requester", orc, 12);
        Dosage dosage = dosage(group, drug, types);
        if (!dosage.isEmpty()) {
            prescription.addDosageInstruction(dosage);
        }
        Orders.notes(group, types).forEach(prescription::addNote);
        draft.put(prescription, number);
    }

    /** RXE of a pharmacy's order, RXO of a prescriber's: the same things in other places. */
    private static Drug drug(Group group) {
        Optional<Line> encoded = group.first("RXE");
        if (encoded.isPresent()) {
            Line rxe = encoded.get();
            return new Drug(rxe.required(2, "The drug (RXE-2)"), rxe.first(3), rxe.first(5), rxe.all(7));
        }
        Line rxo = group.required("RXO");
        return new Drug(rxo.required(1, "The drug (RXO-1)"), rxo.first(2), rxo.first(4), rxo.all(7));
    }

    private record Drug(Field code, Optional<Field> amount, Optional<Field> unit, List<Field> instructions) {}

    private static Dosage dosage(Group group, Drug drug, Datatypes types) {
        Dosage dosage = new Dosage();
        drug.amount().ifPresent(amount -> dosage.addDoseAndRate().setDose(types.quantity(amount, drug.unit())));
        group.first("RXR").flatMap(line -> line.first(1)).map(types::concept).ifPresent(dosage::setRoute);
        String words = String.join(
                "\n",
                drug.instructions().stream()
                        .flatMap(each -> each.text(2).or(() -> each.text(1)).stream())
                        .toList());
        if (!words.isEmpty()) {
            dosage.setText(words);
        }
        group.first("TQ1").ifPresent(line -> timing(line, types, dosage));
        return dosage;
    }

    private static void timing(Line tq1, Datatypes types, Dosage dosage) {
        TimingRepeatComponent repeat = new TimingRepeatComponent();
        tq1.text(3).ifPresent(code -> types.tables()
                .repeat(code)
                .ifPresentOrElse(
                        row -> repeat(row, repeat),
                        () -> dosage.getTiming().getCode().setText(code)));
        Period bounds = new Period();
        tq1.first(7).map(types.times()::dateTime).ifPresent(bounds::setStartElement);
        tq1.first(8).map(types.times()::dateTime).ifPresent(bounds::setEndElement);
        if (!bounds.isEmpty()) {
            repeat.setBounds(bounds);
        }
        if (!repeat.isEmpty()) {
            dosage.getTiming().setRepeat(repeat);
        }
    }

    private static void repeat(Row row, TimingRepeatComponent repeat) {
        row.optionalWhole("count").ifPresent(repeat::setCount);
        row.optionalWhole("frequency").ifPresent(repeat::setFrequency);
        row.optionalNumber("period").ifPresent(repeat::setPeriod);
        row.optional("unit").map(UnitsOfTime::fromCode).ifPresent(repeat::setPeriodUnit);
        row.optional("when").map(EventTiming::fromCode).ifPresent(repeat::addWhen);
    }
}
