package io.github.trdcare.resistance;

import io.github.trdcare.resistance.Trial.Days;
import io.github.trdcare.resistance.Trial.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Whether a trial was long enough at enough of a dose (DELPHI: adequate in dose and duration; the floor is the lowest usual
 * dose, not the table of an instrument).
 */
record Adequacy(Answer answer, Days days, List<Reason> reasons) {

    static Adequacy of(TrialRecords records, ExposureDays days, AdequacyPolicy policy) {
        Optional<BigDecimal> floor = records.agent().floorMg().filter(mg -> records.adequateForm());
        if (floor.isEmpty()) {
            return new Adequacy(
                    Answer.INDETERMINATE,
                    new Days(days.taken(), days.perhapsTaken()),
                    List.of(new Reason(
                            "no-floor",
                            "No adequate dose is known for " + records.agent().name())));
        }
        Days counted = new Days(days.surely(floor.get()), days.perhaps(floor.get()));
        Optional<Reason> adherence = adherence(records, policy);
        if (adherence.isPresent()) {
            return new Adequacy(adherenceAnswer(adherence.get()), counted, List.of(adherence.get()));
        }
        Answer answer = Answer.between(counted.surely() >= policy.minDays(), counted.perhaps() >= policy.minDays());
        return new Adequacy(answer, counted, List.of(reason(answer, counted, days, floor.get(), policy)));
    }

    private static Answer adherenceAnswer(Reason reason) {
        return reason.code().equals("adherence-low") ? Answer.NO : Answer.INDETERMINATE;
    }

    private static Optional<Reason> adherence(TrialRecords records, AdequacyPolicy policy) {
        Optional<BigDecimal> taken = records.adherencePercent();
        if (taken.isEmpty()) {
            return policy.adherenceRequired()
                    ? Optional.of(new Reason("adherence", "The record does not say how many doses were taken"))
                    : Optional.empty();
        }
        return policy.minAdherencePercent()
                .filter(min -> taken.get().compareTo(min) < 0)
                .map(min -> new Reason(
                        "adherence-low", taken.get().toPlainString() + " % of doses taken, fewer than " + min + " %"));
    }

    private static Reason reason(
            Answer answer, Days counted, ExposureDays days, BigDecimal floor, AdequacyPolicy policy) {
        String dose = "at or above " + floor.toPlainString() + " mg a day";
        return switch (answer) {
            case YES ->
                new Reason(
                        "adequate", counted.surely() + " days " + dose + "; the policy asks for " + policy.minDays());
            case NO ->
                days.perhapsTaken() >= policy.minDays()
                        ? new Reason("dose-low", "Long enough, but only " + counted.perhaps() + " days " + dose)
                        : new Reason(
                                "too-short",
                                counted.perhaps() + " days " + dose + "; the policy asks for " + policy.minDays());
            case INDETERMINATE ->
                days.everyDoseKnown()
                        ? new Reason(
                                "duration",
                                "Between " + counted.surely() + " and " + counted.perhaps() + " days " + dose)
                        : new Reason("dose", "The dose is not known for all of the time");
        };
    }
}
