package io.github.trdcare.careplan;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Flags;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.CourseSummary;
import io.github.trdcare.stimulation.Courses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** One line for each course, as a clinic reads it in the morning. */
public final class Caseload {
    private static final Set<AppointmentStatus> TO_COME =
            EnumSet.of(AppointmentStatus.PROPOSED, AppointmentStatus.PENDING, AppointmentStatus.BOOKED);

    private final Courses courses;
    private final Assessment assessment;

    public Caseload(Knowledge knowledge) {
        this.courses = new Courses(knowledge);
        this.assessment = new Assessment(Scales.read(knowledge));
    }

    /**
     * A course in one line.
     *
     * @param next when the next session is booked or prepared, else the day on which the prescribed rhythm puts it
     * @param scale key of the scale that decides its outcome
     * @param scores the takings of that scale from the baseline on
     * @param flags references of the patient's safety Flags that stand
     */
    public record Line(
            String patient,
            String course,
            String status,
            int delivered,
            Optional<Integer> prescribed,
            Optional<Moment> next,
            Optional<String> scale,
            List<Score> scores,
            List<String> flags) {}

    public Line line(Procedure course, Chart chart, Set<LocalDate> closed) {
        CourseSummary summary = courses.of(course, chart, closed);
        Optional<StepOutcome> deciding =
                summary.outcome().stream().filter(StepOutcome::deciding).findFirst();
        return new Line(
                References.of(course.getSubject()),
                References.to(course),
                summary.status(),
                summary.sessions().delivered(),
                summary.sessions().prescribed(),
                booked(course, chart).map(slot -> Moment.at(slot, chart.zone())).or(() -> summary.nextDay()
                        .map(day -> Moment.days(day, day, chart.zone()))),
                deciding.map(outcome -> outcome.scale().key()),
                deciding.map(outcome -> scores(outcome, chart)).orElse(List.of()),
                flags(chart));
    }

    /** By its dates; which of two ways it ended, and whether it is on hold, only the record tells. */
    public static String status(Procedure course, Instant now, ZoneId zone) {
        boolean over = course.getPerformed() instanceof Period period
                && period.hasEnd()
                && Moment.of(period.getEndElement(), zone).last().isBefore(now);
        Optional<ProcedureStatus> stored = Optional.ofNullable(course.getStatus());
        if (over) {
            return stored.filter(ProcedureStatus.STOPPED::equals).isPresent() ? "stopped" : "completed";
        }
        return stored.filter(ProcedureStatus.ONHOLD::equals).isPresent() ? "on-hold" : "in-progress";
    }

    /** When it began; one that does not say so stands before all others. */
    public static Instant start(Procedure course, ZoneId zone) {
        return course.getPerformed() instanceof Period period && period.hasStart()
                ? Moment.of(period.getStartElement(), zone).first()
                : Instant.EPOCH;
    }

    private List<Score> scores(StepOutcome outcome, Chart chart) {
        Moment from = outcome.baseline().map(Score::when).orElse(outcome.step().start());
        return assessment.series(chart, outcome.scale()).scored().stream()
                .filter(score -> score.when().compareTo(from) >= 0)
                .toList();
    }

    private static List<String> flags(Chart chart) {
        return chart.all(Flag.class).stream()
                .filter(flag -> Flags.stand(flag, chart)
                        && flag.getCategory().stream()
                                .flatMap(category -> category.getCoding().stream())
                                .anyMatch(coding -> "safety".equals(coding.getCode())))
                .map(References::to)
                .toList();
    }

    /** The first slot from now on: an Appointment for the course's order, or a session in preparation. */
    private static Optional<Instant> booked(Procedure course, Chart chart) {
        List<String> orders = References.of(course.getBasedOn());
        Stream<Instant> booked = chart.all(Appointment.class).stream()
                .filter(slot -> TO_COME.contains(slot.getStatus()) && slot.hasStart())
                .filter(slot -> References.of(slot.getBasedOn()).stream().anyMatch(orders::contains))
                .map(Appointment::getStart)
                .map(Date::toInstant);
        Stream<Instant> prepared = chart.all(Procedure.class).stream()
                .filter(session -> session.getStatus() == ProcedureStatus.PREPARATION
                        && References.any(session.getPartOf(), References.to(course)))
                .map(Procedure::getPerformed)
                .map(when -> when instanceof Period period ? period.getStartElement() : when)
                .filter(when -> when instanceof BaseDateTimeType point && point.hasValue())
                .map(when -> chart.moment((BaseDateTimeType) when).first());
        return Stream.concat(booked, prepared)
                .filter(start -> !start.isBefore(chart.asOf()))
                .min(Instant::compareTo);
    }
}
