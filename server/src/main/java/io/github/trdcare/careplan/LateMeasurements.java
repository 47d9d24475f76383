package io.github.trdcare.careplan;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.CourseSummary;
import io.github.trdcare.stimulation.Courses;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** What a plan asks to be measured and nobody has measured in time: scales at their rhythm, a course's motor threshold. */
final class LateMeasurements {
    private final Scales scales;
    private final Assessment assessment;
    private final Courses courses;
    private final int courseScaleDays;

    LateMeasurements(Knowledge knowledge) {
        this.scales = Scales.read(knowledge);
        this.assessment = new Assessment(scales);
        this.courses = new Courses(knowledge);
        this.courseScaleDays = knowledge
                .document("lifestyle.yaml")
                .row("late")
                .row("course-scale")
                .whole("afterDays");
    }

    List<Finding> of(CarePlan plan, Chart chart) {
        List<String> activities = plan.getActivity().stream()
                .map(activity -> References.of(activity.getReference()))
                .toList();
        Stream<Finding> ordered = activities.stream()
                .flatMap(reference -> chart.find(ServiceRequest.class, reference).stream())
                .filter(order -> order.getStatus() == ServiceRequestStatus.ACTIVE)
                .flatMap(order -> ordered(order, chart));
        Stream<Finding> ofCourses = chart.all(Procedure.class).stream()
                .filter(course -> Courses.isCourse(course)
                        && References.of(course.getBasedOn()).stream().anyMatch(activities::contains))
                .flatMap(course -> ofCourse(course, chart));
        return Stream.concat(ordered, ofCourses).distinct().toList();
    }

    /** An order that names scales and how often they are to be taken, as of follow-up after remission. */
    private Stream<Finding> ordered(ServiceRequest order, Chart chart) {
        Optional<MeasuringRhythm> rhythm = MeasuringRhythm.of(order.getOccurrence(), chart);
        return rhythm.stream().flatMap(each -> order.getOrderDetail().stream()
                .flatMap(detail -> Coded.codes(detail).stream())
                .flatMap(code -> scales.find(code).stream())
                .distinct()
                .flatMap(scale -> late(
                        scale.title() + " was to be taken by ",
                        each.due(last(List.of(scale), chart), chart.today()),
                        chart,
                        References.to(order))
                        .stream()));
    }

    private Stream<Finding> ofCourse(Procedure course, Chart chart) {
        CourseSummary summary = courses.of(course, chart, Set.of());
        if (!summary.status().equals("in-progress")) {
            return Stream.empty();
        }
        return Stream.concat(scale(course, chart).stream(), threshold(course, summary, chart).stream());
    }

    /** Maintenance stands further apart than its scales; what follows it up says how often they are taken. */
    private Optional<Finding> scale(Procedure course, Chart chart) {
        if (Extensions.code(course, "treatment-strategy")
                .filter("maintenance"::equals)
                .isPresent()) {
            return Optional.empty();
        }
        LocalDate start = chart.start(course.getPerformed()).orElseThrow().lastDay();
        List<Scale> depression = scales.all().stream()
                .filter(scale -> scale.deciding().isPresent())
                .toList();
        LocalDate since = last(depression, chart).filter(start::isBefore).orElse(start);
        return late(
                "A scale of depression was to be taken by ",
                Optional.of(since.plusDays(courseScaleDays)),
                chart,
                References.to(course));
    }

    private static Optional<Finding> threshold(Procedure course, CourseSummary summary, Chart chart) {
        return summary.thresholdDue()
                .filter(day -> Coded.isOurs(course.getCode(), Ours.TMS, "tms-course") && day.isBefore(chart.today()))
                .map(day -> Finding.of(
                                "motor-threshold",
                                "The motor threshold was to be found again by " + day + ", before the next session",
                                References.to(course))
                        .with(day));
    }

    private static Optional<Finding> late(String what, Optional<LocalDate> due, Chart chart, String evidence) {
        return due.filter(day -> day.isBefore(chart.today()))
                .map(day -> Finding.of("scale", what + day, evidence).with(day));
    }

    private Optional<LocalDate> last(Collection<Scale> wanted, Chart chart) {
        return wanted.stream()
                .flatMap(scale -> assessment.series(chart, scale).scored().stream())
                .map(score -> score.when().lastDay())
                .max(LocalDate::compareTo);
    }
}
