package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a session with the order's rhythm and side; what departs is told, never refused. */
final class Rhythm {
    private final CourseOrder order;
    private final List<Session> sessions;

    Rhythm(CourseOrder order, List<Session> sessions) {
        this.order = order;
        this.sessions = sessions.stream().filter(Session::given).toList();
    }

    List<Finding> deviations(Session session) {
        if (session.missed()) {
            return List.of();
        }
        List<Finding> deviations = new ArrayList<>();
        order.perDay()
                .filter(most -> earlierSince(session, session.start().firstDay()) >= most)
                .ifPresent(most ->
                        deviations.add(deviation("per-day", "More than " + most + " sessions on one day", session)));
        order.perWeek()
                .filter(most -> earlierSince(session, monday(session)) >= most)
                .ifPresent(most ->
                        deviations.add(deviation("per-week", "More than " + most + " sessions in one week", session)));
        order.minMinutesBetween()
                .filter(least -> minutesSinceLast(session)
                        .filter(passed -> passed < least)
                        .isPresent())
                .ifPresent(least -> deviations.add(
                        deviation("spacing", "Fewer than " + least + " minutes since the last session", session)));
        if (session.blocks().stream().anyMatch(this::anotherSide)) {
            deviations.add(deviation("side", "Another side than the order prescribes", session));
        }
        return deviations;
    }

    private static Finding deviation(String code, String text, Session session) {
        return Finding.of(code, text, session.reference());
    }

    private boolean anotherSide(Block block) {
        List<Block> prescribed = order.blocks();
        return !prescribed.isEmpty()
                && prescribed.stream().noneMatch(each -> each.code("laterality").equals(block.code("laterality")));
    }

    private long earlierSince(Session session, LocalDate first) {
        return sessions.stream()
                .filter(other ->
                        isEarlier(other, session) && !other.start().firstDay().isBefore(first))
                .count();
    }

    private static boolean isEarlier(Session other, Session session) {
        return !other.reference().equals(session.reference()) && other.start().compareTo(session.start()) < 0;
    }

    private static LocalDate monday(Session session) {
        return session.start().firstDay().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** From the end of the last session to the start of this one. */
    private Optional<Long> minutesSinceLast(Session session) {
        return sessions.stream()
                .filter(other -> isEarlier(other, session))
                .reduce((earlier, later) -> later)
                .map(last -> last.span().end().orElse(last.start()))
                .filter(Moment::timed)
                .map(end ->
                        Duration.between(end.first(), session.start().first()).toMinutes());
    }
}
