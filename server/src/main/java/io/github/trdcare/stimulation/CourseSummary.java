package io.github.trdcare.stimulation;

import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.chart.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A course as it stands: computed from its sessions, or what it states of itself where none are recorded.
 *
 * @param status by its dates: preparation, in-progress, on-hold, completed or stopped
 * @param protocol the PlanDefinition that it follows
 * @param adherencePercent delivered of delivered and missed
 * @param thresholdDue when the motor threshold is to be found again
 * @param nextDay when the next session is to be, at the prescribed rhythm
 * @param projectedEnd when the last session will be, at the prescribed rhythm
 * @param adverseEvents what the course or one of its sessions is suspected of
 */
public record CourseSummary(
        String status,
        Optional<String> protocol,
        Count sessions,
        Pulses pulses,
        List<Line> lines,
        List<Threshold> thresholds,
        Optional<LocalDate> thresholdDue,
        Optional<BigDecimal> adherencePercent,
        Optional<LocalDate> nextDay,
        Optional<LocalDate> projectedEnd,
        List<Hold> holds,
        List<CourseEvent> adverseEvents,
        List<StepOutcome> outcome,
        List<Finding> conflict) {

    /** Sessions; source is computed or stated. */
    public record Count(
            Optional<Integer> prescribed,
            Optional<Integer> authorised,
            int delivered,
            int missed,
            Optional<Integer> remaining,
            String source) {}

    /** Pulses of the whole course. */
    public record Pulses(Optional<Integer> planned, Optional<Integer> delivered) {}

    /** One visit, with what departs from the order. */
    public record Line(
            Session session, Optional<BigDecimal> percentOfThreshold, int pulses, List<Finding> deviations) {}
}
