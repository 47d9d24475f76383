package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;

/** When a motor threshold is to be found again: at the start, weekly, with another coil, after missed sessions (CTMSS-EHR). */
final class ThresholdDue {
    private final CourseRules rules;
    private final List<Threshold> thresholds;
    private final List<Session> sessions;

    ThresholdDue(CourseRules rules, List<Threshold> thresholds, List<Session> sessions) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.sessions = sessions;
    }

    Optional<LocalDate> date(Chart chart, Procedure course) {
        return thresholds.stream()
                .reduce((earlier, later) -> later)
                .map(last -> Stream.of(
                                Optional.of(last.when().firstDay().plusDays(rules.thresholdMaxAgeDays())),
                                otherCoil(last),
                                missed(last))
                        .flatMap(Optional::stream)
                        .min(LocalDate::compareTo))
                .orElseGet(() -> chart.start(course.getPerformed()).map(start -> start.firstDay()));
    }

    private Stream<Session> since(Threshold last) {
        return sessions.stream().filter(session -> session.start().compareTo(last.when()) > 0);
    }

    private Optional<LocalDate> otherCoil(Threshold last) {
        return since(last)
                .filter(session -> session.given()
                        && last.coil().filter(coil -> !session.uses(coil)).isPresent())
                .map(session -> session.start().firstDay())
                .findFirst();
    }

    private Optional<LocalDate> missed(Threshold last) {
        return since(last)
                .filter(Session::missed)
                .skip(rules.thresholdMissedDays() - 1L)
                .map(session -> session.start().firstDay())
                .findFirst();
    }
}
