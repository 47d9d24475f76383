package io.github.trdcare.stimulation;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.CourseSteps;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.CourseSummary.Count;
import io.github.trdcare.stimulation.CourseSummary.Line;
import io.github.trdcare.stimulation.CourseSummary.Pulses;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** Follows a course of TMS or ECT: what was planned, given and missed, and when it will end. */
public final class Courses {
    private final CourseRules rules;
    private final Assessment assessment;
    private final StepOutcomes outcomes;

    public Courses(Knowledge knowledge) {
        Scales scales = Scales.read(knowledge);
        this.rules = CourseRules.read(knowledge);
        this.assessment = new Assessment(scales);
        this.outcomes = new StepOutcomes(scales);
    }

    /** Whether a procedure is a course of TMS or ECT, as against one session, or another treatment. */
    public static boolean isCourse(Procedure procedure) {
        return Coded.isOurs(procedure.getCode(), Ours.TMS, "tms-course")
                || Coded.isOurs(procedure.getCode(), Ours.TRD, "ect-course");
    }

    /** A course as it stands, in a clinic that is closed on the given days. */
    public CourseSummary of(Procedure course, Chart chart, Set<LocalDate> closed) {
        CourseOrder order = CourseOrder.of(chart, course);
        List<Session> sessions = Session.of(chart, References.to(course));
        List<Session> given = sessions.stream().filter(Session::given).toList();
        List<Finding> conflict = new ArrayList<>();
        Count count = count(course, order, sessions, chart, conflict);
        Pulses pulses = pulses(course, order, count, given, chart, conflict);
        List<Hold> holds = Hold.of(chart, course);
        List<Threshold> thresholds = thresholds(chart, course, sessions);
        String status = status(course, chart, holds);
        boolean runs = !status.equals("completed") && !status.equals("stopped");
        Optional<SessionPlan> plan =
                runs ? SessionPlan.of(order, count.remaining(), given, holds, chart, closed) : Optional.empty();
        ThresholdDue due = new ThresholdDue(rules, thresholds, sessions);
        return new CourseSummary(
                status,
                course.getInstantiatesCanonical().stream()
                        .map(each -> each.getValue())
                        .sorted()
                        .findFirst(),
                count,
                pulses,
                lines(order, sessions),
                thresholds,
                runs ? due.date(chart, course) : Optional.empty(),
                adherence(count),
                plan.flatMap(SessionPlan::next),
                plan.flatMap(SessionPlan::end),
                holds,
                adverseEvents(chart, course, sessions),
                outcome(chart, course),
                conflict);
    }

    /** By its dates, so that the past is told as it was; only the kind of an end is taken from the record. */
    private static String status(Procedure course, Chart chart, List<Hold> holds) {
        Optional<Span> span = chart.span(course.getPerformed());
        if (span.isEmpty()) {
            return "preparation";
        }
        if (span.get().end().isPresent()) {
            return course.getStatus() == ProcedureStatus.STOPPED ? "stopped" : "completed";
        }
        Moment now = Moment.at(chart.asOf(), chart.zone());
        return holds.stream().anyMatch(hold -> hold.covers(now)) ? "on-hold" : "in-progress";
    }

    private static Count count(
            Procedure course, CourseOrder order, List<Session> sessions, Chart chart, List<Finding> conflict) {
        int computed = (int) sessions.stream().filter(Session::given).count();
        Optional<Integer> stated =
                ended(chart, course) ? Extensions.whole(course, "sessions-delivered") : Optional.empty();
        differ(course, "sessions", computed, stated, conflict);
        boolean onlyStated = computed == 0 && stated.isPresent();
        int delivered = onlyStated ? stated.get() : computed;
        int missed = new MissedSessions(chart, order, sessions).count();
        return new Count(
                order.sessions(),
                Authorisation.sessions(chart, order),
                delivered,
                missed,
                order.sessions().map(prescribed -> Math.max(0, prescribed - delivered)),
                onlyStated ? "stated" : "computed");
    }

    private static Pulses pulses(
            Procedure course,
            CourseOrder order,
            Count count,
            List<Session> given,
            Chart chart,
            List<Finding> conflict) {
        int computed = given.stream().mapToInt(Session::pulses).sum();
        Optional<Integer> stated =
                ended(chart, course) ? Extensions.whole(course, "pulses-delivered-total") : Optional.empty();
        differ(course, "pulses", computed, stated, conflict);
        Optional<Integer> planned = order.pulsesPlanned();
        Optional<Integer> none = planned.filter(any -> count.delivered() == 0).map(any -> 0);
        return new Pulses(planned, computed > 0 ? Optional.of(computed) : stated.or(() -> none));
    }

    private static void differ(
            Procedure course, String what, int computed, Optional<Integer> stated, List<Finding> conflict) {
        if (computed > 0 && stated.filter(total -> total != computed).isPresent()) {
            conflict.add(Finding.of(
                            what + "-differ",
                            "The course states " + stated.get() + " " + what + ", its sessions come to " + computed,
                            References.to(course))
                    .with(computed));
        }
    }

    private static boolean ended(Chart chart, Procedure course) {
        return chart.span(course.getPerformed()).flatMap(Span::end).isPresent();
    }

    private static List<Line> lines(CourseOrder order, List<Session> sessions) {
        Rhythm rhythm = new Rhythm(order, sessions);
        return sessions.stream()
                .map(session -> new Line(
                        session,
                        session.blocks().stream()
                                .flatMap(block -> block.number("intensityPctMT").stream())
                                .max(BigDecimal::compareTo),
                        session.pulses(),
                        rhythm.deviations(session)))
                .toList();
    }

    private static Optional<BigDecimal> adherence(Count count) {
        int planned = count.delivered() + count.missed();
        return planned == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(100L * count.delivered())
                        .divide(BigDecimal.valueOf(planned), 1, RoundingMode.HALF_UP));
    }

    /** The thresholds found in the course: with one of its sessions, or from its start to its end. */
    private static List<Threshold> thresholds(Chart chart, Procedure course, List<Session> sessions) {
        Set<String> own = sessions.stream().map(Session::reference).collect(Collectors.toSet());
        Optional<Span> span = chart.span(course.getPerformed());
        return Threshold.of(chart).stream()
                .filter(threshold -> threshold.sessions().stream().anyMatch(own::contains)
                        || threshold.sessions().isEmpty()
                                && span.filter(during -> covers(during, threshold.when()))
                                        .isPresent())
                .toList();
    }

    private static boolean covers(Span during, Moment when) {
        return !when.firstDay().isBefore(during.start().firstDay())
                && during.end()
                        .filter(end -> when.firstDay().isAfter(end.lastDay()))
                        .isEmpty();
    }

    private static List<CourseEvent> adverseEvents(Chart chart, Procedure course, List<Session> sessions) {
        Set<String> suspects = sessions.stream().map(Session::reference).collect(Collectors.toCollection(TreeSet::new));
        suspects.add(References.to(course));
        return CourseEvent.of(chart, suspects);
    }

    private List<StepOutcome> outcome(Chart chart, Procedure course) {
        return CourseSteps.step(chart, course)
                .map(step -> outcomes.of(step, assessment.series(chart)))
                .orElse(List.of());
    }
}
