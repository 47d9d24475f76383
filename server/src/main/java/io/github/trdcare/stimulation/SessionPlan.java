package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The sessions of a course that are still to come, by the prescribed rhythm after the last one given.
 *
 * @param next the day of the next one
 * @param end the day of the last one
 */
record SessionPlan(Optional<LocalDate> next, Optional<LocalDate> end) {
    /** Far beyond any course: a slip of the keyboard must not make us count days for ever. */
    private static final int MOST = 2000;

    /** None where nothing says how often, nothing is left, or a hold has no end. */
    static Optional<SessionPlan> of(
            CourseOrder order,
            Optional<Integer> remaining,
            List<Session> given,
            List<Hold> holds,
            Chart chart,
            Set<LocalDate> closed) {
        boolean done = remaining.filter(left -> left == 0).isPresent();
        Optional<LocalDate> first = open(chart, holds);
        if (done || first.isEmpty()) {
            return Optional.empty();
        }
        return order.frequency().map(frequency -> {
            Calendar calendar = new Calendar(frequency, closed);
            LocalDate anew = later(first.get(), last(given).map(frequency::after));
            Optional<LocalDate> end = remaining.filter(left -> left <= MOST).map(left -> calendar.lastOf(left, anew));
            LocalDate next = unfilledDay(given, frequency).isPresent()
                    ? later(first.get(), unfilledDay(given, frequency))
                    : anew;
            return new SessionPlan(Optional.of(calendar.open(next)), end);
        });
    }

    /** The first day on which a session may be: today, else when the hold ends; a hold without an end leaves it open. */
    private static Optional<LocalDate> open(Chart chart, List<Hold> holds) {
        Moment now = Moment.at(chart.asOf(), chart.zone());
        return holds.stream()
                .filter(hold -> hold.covers(now))
                .findFirst()
                .map(hold -> hold.end().map(Moment::firstDay))
                .orElseGet(() -> Optional.of(chart.today()));
    }

    /** The day of the last session, while it has room for another. */
    private static Optional<LocalDate> unfilledDay(List<Session> given, Frequency frequency) {
        return last(given)
                .filter(day -> given.stream()
                                .filter(session -> session.start().firstDay().equals(day))
                                .count()
                        < frequency.perDay());
    }

    private static Optional<LocalDate> last(List<Session> given) {
        return given.stream()
                .map(session -> session.start().firstDay())
                .reduce(BinaryOperator.maxBy(LocalDate::compareTo));
    }

    private static LocalDate later(LocalDate one, Optional<LocalDate> other) {
        return other.filter(day -> day.isAfter(one)).orElse(one);
    }
}
