package io.github.trdcare.exchange.hl7v2;

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
        message.first("PV1")
                .filter(visit -> visit.first(19).isPresent())
                .ifPresent(visit -> visit(visit, subject, types, draft));
        return draft;
    }

    private static void visit(Line visit, Reference subject, Datatypes types, Draft draft) {
        Identifier number = types.visit(visit.first(19).orElseThrow());
        Encounter encounter = new Encounter().addIdentifier(number).setSubject(subject);
        String kind = types.tables().of("patient-class", visit.first(2)).orElse("AMB");
        encounter.setClass_(new Coding(CLASSES, kind, null));
        visit.first(44).map(types.times()::dateTime).ifPresent(encounter.getPeriod()::setStartElement);
        visit.first(45).map(types.times()::dateTime).ifPresent(encounter.getPeriod()::setEndElement);
        encounter.setStatus(
                encounter.getPeriod().hasEnd()
                        ? EncounterStatus.FINISHED
                        : kind.equals("PRENC") ? EncounterStatus.PLANNED : EncounterStatus.INPROGRESS);
        visit.all(7).forEach(each -> encounter.addParticipant().setIndividual(types.xcn(each)));
        draft.put(encounter, number);
    }
}
