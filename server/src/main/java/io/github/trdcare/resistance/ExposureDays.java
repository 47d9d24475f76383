package io.github.trdcare.resistance;

import io.github.trdcare.chart.Moment;
import io.github.trdcare.resistance.Exposure.Source;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the days of a trial. What the record leaves open is counted twice: once as if it were not so, once as if it were,
 * so that a verdict is given only where both agree.
 */
final class ExposureDays {
    private final List<Exposure> exposures;
    private final Optional<Moment> onset;
    private final LocalDate today;
    private final int bridgedGap;

    ExposureDays(List<Exposure> exposures, Optional<Moment> onset, LocalDate today, int bridgedGap) {
        this.exposures = exposures;
        this.onset = onset;
        this.today = today;
        this.bridgedGap = bridgedGap;
    }

    /** Days that were surely at or above the floor. */
    int surely(BigDecimal floor) {
        return longestRun(day -> afterOnset(day, true) && atFloor(surelyOn(day), floor));
    }

    /** Days that may have been at or above the floor. */
    int perhaps(BigDecimal floor) {
        return longestRun(day -> afterOnset(day, false) && perhapsAtFloor(perhapsOn(day), floor));
    }

    /** Days of surely taking it at whatever dose. */
    int taken() {
        return longestRun(day -> afterOnset(day, true) && !surelyOn(day).isEmpty());
    }

    int perhapsTaken() {
        return longestRun(day -> afterOnset(day, false) && !perhapsOn(day).isEmpty());
    }

    boolean everyDoseKnown() {
        return exposures.stream().allMatch(exposure -> exposure.mgPerDay().isPresent());
    }

    Optional<BigDecimal> maxDose() {
        return days().map(day -> dose(perhapsOn(day)))
                .filter(dose -> dose.signum() > 0)
                .max(BigDecimal::compareTo);
    }

    private int longestRun(Predicate<LocalDate> counts) {
        int longest = 0;
        int run = 0;
        int gap = 0;
        for (LocalDate day : days().toList()) {
            if (counts.test(day)) {
                run = gap > bridgedGap ? 1 : run + 1;
                gap = 0;
                longest = Math.max(longest, run);
            } else {
                gap++;
            }
        }
        return longest;
    }

    private Stream<LocalDate> days() {
        LocalDate first = exposures.stream()
                .map(exposure -> exposure.start().firstDay())
                .min(LocalDate::compareTo)
                .orElse(today);
        LocalDate last = exposures.stream()
                .map(exposure -> exposure.lastDay(today))
                .max(LocalDate::compareTo)
                .orElse(today);
        return last.isBefore(first) ? Stream.empty() : first.datesUntil(last.plusDays(1));
    }

    private boolean afterOnset(LocalDate day, boolean surely) {
        return onset.map(start -> surely ? start.lastDay() : start.firstDay())
                .map(start -> !day.isBefore(start))
                .orElse(true);
    }

    private List<Exposure> surelyOn(LocalDate day) {
        return exposures.stream()
                .filter(exposure -> exposure.surelyOn(day, today))
                .toList();
    }

    private List<Exposure> perhapsOn(LocalDate day) {
        return exposures.stream()
                .filter(exposure -> exposure.perhapsOn(day, today))
                .toList();
    }

    private static boolean perhapsAtFloor(List<Exposure> taken, BigDecimal floor) {
        return atFloor(taken, floor)
                || taken.stream().anyMatch(exposure -> exposure.mgPerDay().isEmpty());
    }

    private static boolean atFloor(List<Exposure> taken, BigDecimal floor) {
        return dose(taken).compareTo(floor) >= 0;
    }

    /** Orders of different strengths add up, equal ones are one; administrations are the same drug, told in another way. */
    private static BigDecimal dose(List<Exposure> taken) {
        BigDecimal given = taken.stream()
                .filter(exposure -> exposure.source() == Source.ADMINISTRATION)
                .flatMap(exposure -> exposure.mgPerDay().stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Dose> ordered = taken.stream()
                .filter(exposure -> exposure.source() != Source.ADMINISTRATION
                        && exposure.mgPerDay().isPresent())
                .map(exposure -> new Dose(
                        exposure.mgPerDay().get().stripTrailingZeros(),
                        exposure.product().strengthMg()))
                .distinct()
                .toList();
        return ordered.stream()
                .filter(dose -> !dose.isToldBetterIn(ordered))
                .map(Dose::mg)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .max(given);
    }

    private record Dose(BigDecimal mg, Optional<BigDecimal> strength) {
        /** The same dose once with and once without a strength is one. */
        boolean isToldBetterIn(List<Dose> others) {
            return strength.isEmpty()
                    && others.stream().anyMatch(other -> other.strength.isPresent() && other.mg.equals(mg));
        }
    }

    /** Whether two agents were taken together for so many days. */
    static boolean together(List<Exposure> one, List<Exposure> other, LocalDate today, int days) {
        return new ExposureDays(one, Optional.empty(), today, 0)
                        .days()
                        .filter(day -> one.stream().anyMatch(each -> each.surelyOn(day, today))
                                && other.stream().anyMatch(each -> each.surelyOn(day, today)))
                        .limit(days)
                        .collect(Collectors.counting())
                >= days;
    }
}
