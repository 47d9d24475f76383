package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What a course's order asks for: sessions, their rhythm and their blocks. */
record CourseOrder(Optional<ServiceRequest> request) {

    static CourseOrder of(Chart chart, Procedure course) {
        return new CourseOrder(References.of(course.getBasedOn()).stream()
                .flatMap(reference -> chart.find(ServiceRequest.class, reference).stream())
                .findFirst());
    }

    List<Block> blocks() {
        return request.map(Block::prescribed).orElse(List.of());
    }

    Optional<Integer> sessions() {
        return request.flatMap(order -> Extensions.whole(order, "sessions-prescribed"))
                .or(() -> largest("sessions"));
    }

    Optional<Integer> perDay() {
        return largest("sessionsPerDay");
    }

    Optional<Integer> perWeek() {
        return frequency().map(Frequency::perWeek).filter(sessions -> sessions > 0);
    }

    /** By its prescription, else by its timing. */
    Optional<Frequency> frequency() {
        return largest("sessionsPerWeek")
                .map(perWeek -> Frequency.weekly(perWeek, perDay().orElse(1)))
                .or(() -> request.flatMap(order -> Frequency.of(order.getOccurrence())));
    }

    Optional<Integer> minMinutesBetween() {
        return largest("minInterSessionMinutes");
    }

    /** The prescribed block of the same pattern and side. */
    Optional<Block> like(Block delivered) {
        return blocks().stream().filter(delivered::isLike).findFirst();
    }

    /** Pulses of every prescribed session; blocks that name no number of sessions belong to each. */
    Optional<Integer> pulsesPlanned() {
        return blocks().stream()
                .flatMap(block -> block
                        .whole("pulsesTotal")
                        .flatMap(pulses ->
                                block.whole("sessions").or(this::sessions).map(count -> count * pulses))
                        .stream())
                .reduce(Integer::sum);
    }

    private Optional<Integer> largest(String part) {
        return blocks().stream()
                .map(block -> block.whole(part))
                .flatMap(Optional::stream)
                .max(Integer::compareTo);
    }
}
