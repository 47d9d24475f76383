package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.References;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * One thing that a plan asks for.
 *
 * @param reference of the resource that it is, unless the plan alone tells of it
 * @param text what it is, in words
 * @param due the day by which it is to be done
 * @param overdue whether that day is over and the thing is still open
 */
public record PlanActivity(
        Optional<String> reference,
        Optional<String> text,
        Optional<String> status,
        Optional<LocalDate> due,
        boolean overdue) {
    private static final Set<String> OPEN = Set.of(
            "draft",
            "not-started",
            "scheduled",
            "requested",
            "received",
            "accepted",
            "ready",
            "in-progress",
            "on-hold",
            "active",
            "proposed",
            "pending",
            "booked");

    static Optional<PlanActivity> of(CarePlanActivityComponent activity, Chart chart) {
        if (activity.hasDetail()) {
            return Optional.of(of(activity.getDetail(), chart));
        }
        String reference = References.of(activity.getReference());
        return chart.all(Resource.class).stream()
                .filter(resource -> References.to(resource).equals(reference))
                .findFirst()
                .map(resource -> of(resource, reference, chart));
    }

    private static PlanActivity of(Resource resource, String reference, Chart chart) {
        Optional<String> status =
                Optional.ofNullable(resource.getNamedProperty("status")).map(PlanActivity::first);
        Optional<LocalDate> due = due(resource, chart);
        boolean late = due.filter(day -> day.isBefore(chart.today())).isPresent();
        return new PlanActivity(
                Optional.of(reference),
                words(resource),
                status,
                due,
                late && status.filter(OPEN::contains).isPresent());
    }

    /** What is not to be done is never late. */
    private static PlanActivity of(CarePlanActivityDetailComponent detail, Chart chart) {
        Optional<String> status = Optional.ofNullable(detail.getStatus()).map(each -> each.toCode());
        Optional<LocalDate> due = scheduled(detail)
                .map(Period::getEndElement)
                .filter(Type::hasPrimitiveValue)
                .map(end -> chart.moment(end).lastDay());
        boolean open = status.filter(OPEN::contains).isPresent() && !detail.getDoNotPerform();
        return new PlanActivity(
                Optional.empty(),
                Optional.of(text(detail)),
                status,
                due,
                open && due.filter(day -> day.isBefore(chart.today())).isPresent());
    }

    /** The resource's own words: of an appointment for what it is, of any other what it is called. */
    private static Optional<String> words(Resource resource) {
        return Stream.of("description", "code", "serviceType", "medication[x]")
                .map(resource::getNamedProperty)
                .filter(property -> property != null)
                .flatMap(property -> property.getValues().stream())
                .map(value -> value instanceof CodeableConcept concept
                        ? Worded.concept(concept)
                        : String.valueOf(value.primitiveValue()))
                .filter(words -> !words.isBlank() && !words.equals("null"))
                .findFirst();
    }

    private static String text(CarePlanActivityDetailComponent detail) {
        return Optional.ofNullable(detail.getDescription())
                .or(() -> Coded.words(detail.getCode()).findFirst())
                .or(() -> Coded.codes(detail.getCode()).stream().findFirst())
                .orElse("An activity without a name");
    }

    private static Optional<Period> scheduled(CarePlanActivityDetailComponent detail) {
        if (detail.getScheduled() instanceof Timing timing) {
            return Optional.of(timing.getRepeat())
                    .filter(TimingRepeatComponent::hasBoundsPeriod)
                    .map(TimingRepeatComponent::getBoundsPeriod);
        }
        return detail.getScheduled() instanceof Period period ? Optional.of(period) : Optional.empty();
    }

    private static String first(Property status) {
        return status.getValues().isEmpty()
                ? ""
                : String.valueOf(status.getValues().get(0).primitiveValue());
    }

    private static Optional<LocalDate> due(Resource resource, Chart chart) {
        Type end = null;
        if (resource instanceof Task task) {
            end = task.getRestriction().getPeriod().getEndElement();
        } else if (resource instanceof ServiceRequest order && order.getOccurrence() instanceof Period period) {
            end = period.getEndElement();
        } else if (resource instanceof Appointment slot) {
            return Optional.ofNullable(slot.getEnd()).map(date -> LocalDate.ofInstant(date.toInstant(), chart.zone()));
        }
        return end instanceof BaseDateTimeType day && day.hasValue()
                ? Optional.of(chart.moment(day).lastDay())
                : Optional.empty();
    }
}
