package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;

/** SIU: appointments, booked, moved, changed, cancelled or not kept. */
final class AppointmentMapper implements Mapper {
    /** All participants but the patient, whom every message names. */
    private static final String PEOPLE = "participant.people";

    @Override
    public Set<String> events() {
        return Set.of("SIU^S12", "SIU^S13", "SIU^S14", "SIU^S15", "SIU^S26");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Reference subject = Patients.keep(message, types, draft);
        Line sch = message.required("SCH");
        sch.keeps(1, "The number of the appointment (SCH-1)");
        Identifier number = types.ei(
                sch.first(1)
                        .or(() -> sch.first(2))
                        .orElseThrow(() -> sch.wrong(
                                V2Error.REQUIRED_FIELD, 1, "The number of the appointment (SCH-1) is missing")),
                "appointment");
        Appointment appointment = new Appointment().addIdentifier(number);
        appointment.setStatus(AppointmentStatus.fromCode(status(message, sch, types)));
        sch.keeps(11, "The time of the appointment (SCH-11)");
        message.first("AIS").ifPresent(service -> service.keeps(4, "The time of the appointment (AIS-4)"));
        time(message, sch, types, appointment);
        message.first("AIS").flatMap(line -> line.first(3)).map(types::concept).ifPresent(appointment::addServiceType);
        sch.first(7).map(types::concept).ifPresent(appointment::addReasonCode);
        order(sch, types).ifPresent(appointment::addBasedOn);
        Unsaid.goes(appointment, "reasonCode", sch, 7);
        Unsaid.goes(appointment, "basedOn", sch, 26);
        message.first("AIS").ifPresent(service -> Unsaid.goes(appointment, "serviceType", service, 3));
        appointment.addParticipant().setActor(subject).setStatus(ParticipationStatus.ACCEPTED);
        if (message.first("AIP").isEmpty() && message.first("AIL").isEmpty()) {
            Unsaid.assumed(appointment, PEOPLE);
        }
        people(message, types)
                .forEach(person ->
                        appointment.addParticipant().setActor(person).setStatus(ParticipationStatus.ACCEPTED));
        draft.put(appointment, number);
        return draft;
    }

    /** Who else takes part, and where, stays where the message names neither people nor places. */
    static void keepPeople(Appointment before, Appointment now) {
        if (Unsaid.isAssumed(now, PEOPLE)) {
            before.getParticipant().stream()
                    .filter(each -> !References.of(each.getActor()).startsWith("Patient/"))
                    .forEach(now::addParticipant);
        }
    }

    /** What the event says; a booking may say more exactly how far it is (SCH-25). */
    private static String status(V2Message message, Line sch, Datatypes types) {
        String event = message.event().substring("SIU^".length());
        String plain = types.tables().find("appointment-event", event).orElseThrow();
        return plain.equals("booked")
                ? types.tables().of("appointment-status", sch.first(25)).orElse(plain)
                : plain;
    }

    /** SCH-11, or the service's own time and duration. */
    private static void time(V2Message message, Line sch, Datatypes types, Appointment appointment) {
        Optional<Line> service = message.first("AIS");
        Optional<Field> start =
                message.first("TQ1").flatMap(line -> line.first(7)).or(() -> service.flatMap(line -> line.first(4)));
        start.map(types.times()::instant)
                .or(() -> sch.first(11).filter(each -> each.text(4).isPresent()).map(each -> part(each, 4, types)))
                .ifPresent(appointment::setStartElement);
        message.first("TQ1")
                .flatMap(line -> line.first(8))
                .map(types.times()::instant)
                .or(() -> sch.first(11).filter(each -> each.text(5).isPresent()).map(each -> part(each, 5, types)))
                .ifPresent(appointment::setEndElement);
        if (!appointment.hasEnd() && appointment.hasStart()) {
            duration(sch, 9, 10, types)
                    .or(() -> service.flatMap(line -> duration(line, 7, 8, types)))
                    .ifPresent(length -> appointment.setEnd(
                            Date.from(appointment.getStart().toInstant().plus(length))));
        }
        if (appointment.hasStart() != appointment.hasEnd()) {
            throw sch.wrong(
                    V2Error.REQUIRED_FIELD,
                    11,
                    "An appointment needs its start and its end or duration (SCH-11, AIS-4, AIS-7)");
        }
        if (appointment.hasStart() && appointment.getEnd().before(appointment.getStart())) {
            throw sch.wrong(V2Error.DATA_TYPE, 11, "The appointment ends before it starts (SCH-11, AIS-4, AIS-7)");
        }
    }

    private static InstantType part(Field timing, int component, Datatypes types) {
        return types.times().instant(timing, component);
    }

    private static Optional<Duration> duration(Line line, int amount, int unit, Datatypes types) {
        BigDecimal minutes = line.text(unit)
                .flatMap(code -> types.tables().find("minutes", code))
                .map(BigDecimal::new)
                .orElse(BigDecimal.ONE);
        return line.first(amount)
                .map(types::decimal)
                .map(each -> Duration.ofMinutes(each.multiply(minutes).longValue()));
    }

    /** The order that the appointment serves, by its number. */
    private static Optional<Reference> order(Line sch, Datatypes types) {
        return sch.first(26)
                .or(() -> sch.first(27))
                .map(number -> new Reference().setType("ServiceRequest").setIdentifier(types.ei(number, "order")));
    }

    private static List<Reference> people(V2Message message, Datatypes types) {
        List<Reference> people = new java.util.ArrayList<>();
        for (Line line : message.lines()) {
            if (line.name().equals("AIP")) {
                line.first(3).map(types::xcn).ifPresent(people::add);
            } else if (line.name().equals("AIL")) {
                line.first(3)
                        .flatMap(each -> each.text(1))
                        .map(room -> new Reference().setDisplay(room))
                        .ifPresent(people::add);
            }
        }
        return people;
    }
}
