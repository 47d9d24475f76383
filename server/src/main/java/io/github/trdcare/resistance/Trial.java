package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.Step;
import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One drug in one episode, judged.
 *
 * @param step the record that it is named by, its strategy and its time
 * @param inferred whether the drug was found by its name
 * @param episode reference of the episode that it belongs to
 * @param maxDose highest dose of a day, mg
 * @param days days of the longest run at or above the floor: surely, and perhaps
 * @param adequacy yes is adequate
 * @param outcome recorded outcome, else the measured one
 * @param failure whether it counts as a failure
 * @param reasons why, in plain words
 * @param evidence references of the records that it is made of
 */
public record Trial(
        Step step,
        Agent agent,
        boolean inferred,
        Optional<String> episode,
        Moment start,
        Optional<Moment> end,
        Optional<BigDecimal> maxDose,
        Days days,
        Answer adequacy,
        Optional<String> outcome,
        Optional<Outcome> measured,
        Answer failure,
        List<Reason> reasons,
        List<String> evidence) {

    /** Whole days: at least so many, at most so many. */
    public record Days(int surely, int perhaps) {}

    /** A reason as a code and in plain words. */
    public record Reason(String code, String text) {}

    boolean says(String reason) {
        return reasons.stream().anyMatch(each -> each.code().equals(reason));
    }
}
