package io.github.trdcare.exchange.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Reads PID: who the message is about. */
final class Patients {
    private static final String RECORD_NUMBER = "MR";

    private Patients() {}

    /** The patient of a message that is about something else: kept unless known. */
    static Reference keep(V2Message message, Datatypes types, Draft draft) {
        Patient patient = of(message, types);
        return draft.keep(patient, key(patient));
    }

    /** Numbers, names and particulars. */
    static Patient of(V2Message message, Datatypes types) {
        Line pid = message.required("PID");
        pid.required(3, "The patient's identifier (PID-3)");
        pid.keeps(5, "The patient's name (PID-5)");
        Patient patient = new Patient();
        pid.all(3).forEach(each -> patient.addIdentifier(types.cx(each)));
        pid.all(5).forEach(each -> patient.addName(types.xpn(each)));
        pid.first(7).ifPresent(each -> patient.setBirthDateElement(types.times().date(each)));
        types.tables()
                .of("gender", pid.first(8))
                .ifPresent(each -> patient.setGender(AdministrativeGender.fromCode(each)));
        pid.all(11).forEach(each -> patient.addAddress(types.xad(each)));
        pid.all(13).forEach(each -> types.xtn(each, ContactPointUse.HOME).ifPresent(patient::addTelecom));
        pid.all(14).forEach(each -> types.xtn(each, ContactPointUse.WORK).ifPresent(patient::addTelecom));
        pid.first(29).map(types.times()::dateTime).ifPresent(patient::setDeceased);
        if (!patient.hasDeceased()) {
            pid.text(30).ifPresent(each -> patient.setDeceased(new BooleanType(each.equals("Y"))));
        }
        gone(pid, patient);
        return patient;
    }

    private static void gone(Line pid, Patient patient) {
        Unsaid.goes(patient, "birthDate", pid, 7);
        Unsaid.goes(patient, "gender", pid, 8);
        Unsaid.goes(patient, "address", pid, 11);
        Unsaid.goes(patient, "telecom.home", pid, 13);
        Unsaid.goes(patient, "telecom.work", pid, 14);
        Unsaid.goes(patient, "deceased[x]", pid, 29);
        Unsaid.goes(patient, "deceased[x]", pid, 30);
    }

    /** Telephones are at home or at work, and each kind is said, left out or deleted by itself. */
    static void keepTelephones(Patient before, Patient now) {
        Set<ContactPointUse> said =
                now.getTelecom().stream().map(ContactPoint::getUse).collect(Collectors.toSet());
        before.getTelecom().stream()
                .filter(point -> !said.contains(point.getUse()))
                .filter(point -> point.getUse() == null
                        || !Unsaid.isGone(now, "telecom." + point.getUse().toCode()))
                .forEach(now::addTelecom);
    }

    static boolean has(Patient patient, Identifier number) {
        return patient.getIdentifier().stream().anyMatch(own -> same(own, number));
    }

    /** By assigner and value; of what type it is, and how it is used, is another matter. */
    static boolean same(Identifier one, Identifier other) {
        return String.valueOf(one.getSystem()).equals(other.getSystem())
                && String.valueOf(one.getValue()).equals(other.getValue());
    }

    /** The medical record number, or the first number there is. */
    static Identifier key(Patient patient) {
        List<Identifier> all = patient.getIdentifier();
        Optional<Identifier> record = all.stream()
                .filter(each ->
                        RECORD_NUMBER.equals(each.getType().getCodingFirstRep().getCode()))
                .findFirst();
        return record.orElseGet(() -> all.get(0));
    }
}
