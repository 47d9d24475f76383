package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;

/** Sessions that were to be and were not: recorded as not done, or an appointment at which nobody came; a slot counts once. */
final class MissedSessions {
    private final Chart chart;
    private final CourseOrder order;
    private final List<Session> sessions;

    MissedSessions(Chart chart, CourseOrder order, List<Session> sessions) {
        this.chart = chart;
        this.order = order;
        this.sessions = sessions;
    }

    int count() {
        Set<Instant> slots = new HashSet<>(noShows());
        slots.removeAll(
                sessions.stream().map(session -> session.start().first()).collect(Collectors.toSet()));
        return slots.size() + (int) sessions.stream().filter(Session::missed).count();
    }

    private Set<Instant> noShows() {
        Optional<String> request = order.request().map(References::to);
        return chart.all(Appointment.class).stream()
                .filter(appointment -> appointment.getStatus() == AppointmentStatus.NOSHOW)
                .filter(appointment -> request.filter(reference -> References.any(appointment.getBasedOn(), reference))
                        .isPresent())
                .flatMap(appointment -> chart.start(appointment.getStartElement()).stream())
                .map(moment -> moment.first())
                .collect(Collectors.toSet());
    }
}
