package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Procedure;

/**
 * Decides on a session of stimulation: its arithmetic, its intensity against the threshold in force, and its place in the
 * course by clinical time. The chart holds the patient's record without the session itself or with it.
 */
public final class SessionCheck {
    private final CourseRules rules;

    public SessionCheck(Knowledge knowledge) {
        this.rules = CourseRules.read(knowledge);
    }

    public SessionDecision decide(Procedure procedure, Chart chart) {
        Optional<Session> session = Session.of(chart, procedure);
        List<Refusal> refusals = new ArrayList<>();
        boolean whole = procedure.getStatus() != Procedure.ProcedureStatus.STOPPED;
        List<Block> blocks = Block.delivered(procedure);
        blocks.forEach(block -> refusals.addAll(BlockArithmetic.check(block, whole)));
        Optional<Procedure> course = course(procedure, chart);
        if (session.isEmpty() || course.isEmpty()) {
            return new SessionDecision(refusals, List.of());
        }
        refusals.addAll(0, place(session.get(), course.get(), chart));
        CourseOrder order = CourseOrder.of(chart, course.get());
        Intensity intensity = new Intensity(rules, Threshold.of(chart), order, session.get());
        blocks.forEach(block -> refusals.addAll(intensity.check(block)));
        refusals.addAll(duration(session.get()));
        return new SessionDecision(
                refusals, new Rhythm(order, Session.of(chart, References.to(course.get()))).deviations(session.get()));
    }

    private static Optional<Procedure> course(Procedure session, Chart chart) {
        return References.of(session.getPartOf()).stream()
                .flatMap(reference -> chart.find(Procedure.class, reference).stream())
                .findFirst();
    }

    private static List<Refusal> duration(Session session) {
        BigDecimal seconds = session.blocks().stream()
                .flatMap(block -> block.number("stimulationSeconds").stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return session.span().end().filter(end -> end.timed() && session.start().timed()).stream()
                .map(end ->
                        Duration.between(session.start().first(), end.first()).toSeconds())
                .filter(lasted -> BigDecimal.valueOf(lasted).compareTo(seconds) < 0)
                .map(lasted -> Refusal.content(
                        "session-time",
                        "Procedure.performed",
                        "The session lasted " + lasted + " seconds, its stimulation " + seconds.toPlainString(),
                        "at least " + seconds.toPlainString() + " seconds"))
                .toList();
    }

    private static List<Refusal> place(Session session, Procedure course, Chart chart) {
        List<Refusal> refusals = new ArrayList<>();
        chart.span(course.getPerformed()).ifPresent(span -> refusals.addAll(time(session, span)));
        boolean overridden = session.procedure().hasExtension(Ours.definition("safety-override"))
                || course.hasExtension(Ours.definition("safety-override"));
        Hold.of(chart, course).stream()
                .filter(hold -> !overridden && !session.missed() && hold.covers(session.start()))
                .findFirst()
                .ifPresent(hold -> refusals.add(Refusal.conflict(
                        "in-hold",
                        "Procedure.performed.start",
                        "The course is on hold since " + hold.start().first(),
                        "a safety override, or a time outside the hold")));
        session.number()
                .filter(number -> numbers(session, course, chart).contains(number))
                .ifPresent(number -> {
                    int next = numbers(session, course, chart).stream()
                                    .max(Integer::compareTo)
                                    .orElse(0)
                            + 1;
                    refusals.add(Refusal.conflict(
                            "session-number",
                            "Procedure.extension.where(url = '" + Ours.definition("session-number") + "').value",
                            "The course has a session " + number + " already",
                            next));
                });
        return refusals;
    }

    private static List<Refusal> time(Session session, Span course) {
        if (session.start().last().isBefore(course.start().first())) {
            return List.of(Refusal.conflict(
                    "before-course",
                    "Procedure.performed.start",
                    "The session starts before its course",
                    "from " + course.start().first()));
        }
        return course.end()
                .filter(end -> session.start().first().isAfter(end.last()))
                .map(end -> List.of(Refusal.conflict(
                        "after-course",
                        "Procedure.performed.start",
                        "The session starts after its course ended",
                        "until " + end.last())))
                .orElse(List.of());
    }

    private static List<Integer> numbers(Session session, Procedure course, Chart chart) {
        return Session.of(chart, References.to(course)).stream()
                .filter(other -> !other.reference().equals(session.reference()))
                .flatMap(other -> other.number().stream())
                .toList();
    }
}
