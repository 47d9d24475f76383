package io.github.trdcare.resistance;

import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.resistance.Trial.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a trial counts as a failure: adequate, and improved by less than the policy asks; a clear non-response counts
 * from the day that the policy names (DELPHI: a stop before week four without it is intolerance or incomplete).
 */
record Failure(Answer answer, Reason reason) {
    private static final BigDecimal PARTIAL_MAX = BigDecimal.valueOf(50);

    static Failure of(TrialRecords records, Adequacy adequacy, Optional<StepOutcome> measured, AdequacyPolicy policy) {
        Optional<String> recorded = records.recordedOutcome();
        if (recorded.filter("intolerance"::equals).isPresent()) {
            return intolerance(policy);
        }
        Answer failed = improvementFailed(recorded, measured, policy);
        if (failed == Answer.NO) {
            return new Failure(Answer.NO, new Reason("improved", "It helped enough not to count as a failure"));
        }
        return switch (adequacy.answer()) {
            case YES -> judged(failed);
            case INDETERMINATE ->
                new Failure(
                        Answer.INDETERMINATE,
                        new Reason("adequacy-open", "Whether the trial was adequate is not settled"));
            case NO -> inadequate(records, adequacy, measured, policy);
        };
    }

    private static Failure judged(Answer failed) {
        return failed == Answer.YES
                ? new Failure(Answer.YES, new Reason("failed", "Adequate, and without enough gain"))
                : new Failure(
                        Answer.INDETERMINATE,
                        new Reason("outcome", "Neither a recorded outcome nor scores around the trial"));
    }

    private static Failure intolerance(AdequacyPolicy policy) {
        return policy.intoleranceCounts()
                ? new Failure(
                        Answer.YES,
                        new Reason("intolerance-counts", "Stopped for intolerance, which this policy accepts"))
                : new Failure(
                        Answer.NO, new Reason("intolerance", "Stopped for intolerance, which is no failure here"));
    }

    private static Failure inadequate(
            TrialRecords records, Adequacy adequacy, Optional<StepOutcome> measured, AdequacyPolicy policy) {
        boolean lowAdherence =
                adequacy.reasons().stream().anyMatch(reason -> reason.code().equals("adherence-low"));
        Optional<Integer> from = policy.clearNonResponseDays().filter(days -> !lowAdherence);
        boolean clear = from.isPresent() && clearNonResponse(records, measured, policy, from.get());
        if (clear) {
            Answer longEnough = Answer.between(
                    adequacy.days().surely() >= from.get(), adequacy.days().perhaps() >= from.get());
            if (longEnough != Answer.NO) {
                return new Failure(
                        longEnough,
                        new Reason("clear-non-response", "Clear non-response after " + from.get() + " days or more"));
            }
        }
        boolean early = from.filter(days -> adequacy.days().perhaps() < days).isPresent();
        return new Failure(
                Answer.NO,
                early
                        ? new Reason("incomplete", "Stopped too early to count")
                        : new Reason("inadequate", "Not adequate, so no failure"));
    }

    private static boolean clearNonResponse(
            TrialRecords records, Optional<StepOutcome> measured, AdequacyPolicy policy, int days) {
        boolean recorded = records.lackOfEfficacy()
                && records.recordedOutcome().filter("none"::equals).isPresent();
        LocalDate from = records.start().lastDay().plusDays(days - 1L);
        boolean late = measured.flatMap(StepOutcome::latest)
                .filter(score -> !score.when().firstDay().isBefore(from))
                .isPresent();
        return recorded
                || late
                        && measuredFailed(measured.get(), policy) == Answer.YES
                        && records.recordedOutcome()
                                .filter(outcome -> !outcome.equals("none"))
                                .isEmpty();
    }

    private static Answer improvementFailed(
            Optional<String> recorded, Optional<StepOutcome> measured, AdequacyPolicy policy) {
        if (recorded.isPresent()) {
            return switch (recorded.get()) {
                case "remission", "response" -> Answer.NO;
                case "partial" ->
                    Answer.between(policy.failureMaxImprovementPercent().compareTo(PARTIAL_MAX) >= 0, false);
                case "none", "worsening" -> Answer.YES;
                default -> Answer.INDETERMINATE;
            };
        }
        return measured.map(outcome -> measuredFailed(outcome, policy)).orElse(Answer.INDETERMINATE);
    }

    private static Answer measuredFailed(StepOutcome measured, AdequacyPolicy policy) {
        Optional<Outcome> category = measured.category();
        if (category.isEmpty() || category.get() == Outcome.NOT_ASSESSABLE) {
            return Answer.INDETERMINATE;
        }
        if (category.get() == Outcome.REMISSION || category.get() == Outcome.RESPONSE) {
            return Answer.NO;
        }
        return measured.changePercent()
                .map(percent -> Answer.between(percent.compareTo(policy.failureMaxImprovementPercent()) < 0, false))
                .orElse(Answer.YES);
    }
}
