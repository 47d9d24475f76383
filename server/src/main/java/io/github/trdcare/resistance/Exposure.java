package io.github.trdcare.resistance;

import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one record says of taking one agent.
 *
 * @param source which kind of record, the one to name a trial by first
 * @param end its last day; none while it runs
 * @param endUnknown whether it has ended on a day that nobody wrote down
 * @param mgPerDay dose of a day; of an administration, the dose given
 * @param adequateForm whether the agent's floor is meant for this form
 */
record Exposure(
        String reference,
        Source source,
        Product product,
        Moment start,
        Optional<Moment> end,
        boolean endUnknown,
        Optional<BigDecimal> mgPerDay,
        boolean adequateForm,
        Notes notes) {

    /** Kinds of records, in the order in which they name a trial. */
    enum Source {
        STATEMENT,
        REQUEST,
        ADMINISTRATION
    }

    /**
     * What a record says beside the taking.
     *
     * @param reasons references of what it was given for
     * @param lackOfEfficacy whether it was stopped because it did not work
     * @param adherencePercent doses taken of those prescribed
     */
    record Notes(
            List<String> reasons,
            Optional<String> outcome,
            boolean lackOfEfficacy,
            Optional<BigDecimal> adherencePercent,
            Optional<String> strategy) {}

    Agent agent() {
        return product.agent();
    }

    /** First and last day on which it was surely taken; an unknown end leaves the first day alone. */
    boolean surelyOn(LocalDate day, LocalDate today) {
        LocalDate last = end.map(Moment::firstDay).orElse(endUnknown ? start.lastDay() : today);
        return !day.isBefore(start.lastDay()) && !day.isAfter(last);
    }

    boolean perhapsOn(LocalDate day, LocalDate today) {
        return !day.isBefore(start.firstDay()) && !day.isAfter(lastDay(today));
    }

    LocalDate lastDay(LocalDate today) {
        return end.map(Moment::lastDay).filter(day -> day.isBefore(today)).orElse(today);
    }
}
