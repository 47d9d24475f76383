package io.github.trdcare.exchange.hl7v2;

import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** ADT: a patient with particulars, and the visit where the message names one. */
final class AdmissionMapper implements Mapper {
    private static final String CLASSES = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    @Override
    public Set<String> events() {
        return Set.of("ADT^A01", "ADT^A04", "ADT^A08", "ADT^A28", "ADT^A31");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Patient patient = Patients.of(message, types);
        Reference subject = draft.put(patient, Patients.key(patient));
        message.first("PV1").ifPresent(visit -> visit.keeps(19, "The number of the visit (PV1-19)"));
        message.first("PV1")
                .filter(visit -> visit.first(19).isPresent())
                .ifPresent(visit -> visit(visit, subject, types, draft));
        return draft;
    }

    private static void visit(Line visit, Reference subject, Datatypes types, Draft draft) {
        Identifier number = types.visit(visit.first(19).orElseThrow());
        Encounter encounter = new Encounter().addIdentifier(number).setSubject(subject);
        visit.keeps(2, "The class of the visit (PV1-2)");
        Optional<String> kind = types.tables().of("patient-class", visit.first(2));
        encounter.setClass_(new Coding(CLASSES, kind.orElse("AMB"), null));
        if (kind.isEmpty()) {
            Unsaid.assumed(encounter, "class");
        }
        visit.first(44).map(types.times()::dateTime).ifPresent(encounter.getPeriod()::setStartElement);
        visit.first(45).map(types.times()::dateTime).ifPresent(encounter.getPeriod()::setEndElement);
        Unsaid.goes(encounter, "period.start", visit, 44);
        Unsaid.goes(encounter, "period.end", visit, 45);
        Unsaid.goes(encounter, "participant", visit, 7);
        encounter.setStatus(status(encounter));
        visit.all(7).forEach(each -> encounter.addParticipant().setIndividual(types.xcn(each)));
        draft.put(encounter, number);
    }

    private static EncounterStatus status(Encounter encounter) {
        if (encounter.getPeriod().hasEnd()) {
            return EncounterStatus.FINISHED;
        }
        return encounter.getClass_().getCode().equals("PRENC") ? EncounterStatus.PLANNED : EncounterStatus.INPROGRESS;
    }

    /** Admission and discharge are said, left out or deleted each by itself; how far the visit is follows from both. */
    static void keepTimes(Encounter before, Encounter now) {
        boolean silent =
                Unsaid.isAssumed(now, "class") && !now.getPeriod().hasEnd() && !Unsaid.isGone(now, "period.end");
        if (!now.getPeriod().hasStart() && !Unsaid.isGone(now, "period.start")) {
            now.getPeriod().setStartElement(before.getPeriod().getStartElement());
        }
        if (!now.getPeriod().hasEnd() && !Unsaid.isGone(now, "period.end")) {
            now.getPeriod().setEndElement(before.getPeriod().getEndElement());
        }
        now.setStatus(silent ? before.getStatus() : status(now));
    }
}
