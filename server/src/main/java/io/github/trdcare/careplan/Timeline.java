package io.github.trdcare.careplan;

import io.github.trdcare.assessment.CourseSteps;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.Step;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.resistance.Episode;
import io.github.trdcare.resistance.KetamineDoses.Dose;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Type;

/** Puts everything that matters into one row of time, by clinical dates and not by stored states. */
public final class Timeline {
    private static final Map<String, String> KINDS = Map.of(
            Ours.TMS + "|tms-course", "course",
            Ours.TRD + "|ect-course", "ect",
            Ours.TRD + "|psychotherapy-course", "psychotherapy",
            Ours.TRD + "|neurostimulator-implant", "implant");

    private final Chart chart;
    private final List<TimelineEvent> events = new ArrayList<>();

    private Timeline(Chart chart) {
        this.chart = chart;
    }

    /** The events of a record, oldest first; a verdict brings the trials, the series the scores. */
    public static List<TimelineEvent> of(
            Chart chart, ResistanceVerdict resistance, List<Series> series, List<Dose> ketamine) {
        Timeline timeline = new Timeline(chart);
        Episode.of(chart).forEach(timeline::episode);
        resistance.trials().forEach(timeline::trial);
        CourseSteps.of(chart).forEach(timeline::step);
        chart.all(Procedure.class).forEach(timeline::session);
        ketamine.forEach(timeline::dose);
        series.forEach(timeline::scores);
        chart.all(Goal.class).forEach(timeline::goal);
        chart.all(AdverseEvent.class).forEach(timeline::adverse);
        chart.all(Flag.class).forEach(timeline::alert);
        chart.all(CarePlan.class).forEach(timeline::plan);
        return timeline.events.stream().sorted().toList();
    }

    private void episode(Episode episode) {
        add(
                "episode",
                new Span(episode.onset(), episode.abatement()),
                words(episode.condition().getCode(), "Depressive episode"),
                episode.reference());
    }

    private void trial(Trial trial) {
        events.add(new TimelineEvent(
                "trial",
                trial.start(),
                trial.end(),
                trial.agent().name(),
                Optional.of(ended(trial.end())),
                trial.outcome().map(CodeType::new),
                trial.step().id()));
    }

    private void step(Step step) {
        chart.find(Procedure.class, step.id()).ifPresent(procedure -> Coded.codes(procedure.getCode()).stream()
                .flatMap(code -> Optional.ofNullable(KINDS.get(code)).stream())
                .findFirst()
                .ifPresent(kind -> add(kind, step.span(), words(procedure.getCode(), kind), step.id())));
    }

    /** A part of a course, whether it was given or missed. */
    private void session(Procedure procedure) {
        boolean part = References.of(procedure.getPartOf()).stream()
                .anyMatch(course -> chart.find(Procedure.class, course).isPresent());
        if (part) {
            chart.span(procedure.getPerformed())
                    .ifPresent(span -> events.add(new TimelineEvent(
                            "session",
                            span.start(),
                            span.end(),
                            words(procedure.getCode(), "Session"),
                            Optional.ofNullable(procedure.getStatus()).map(status -> status.toCode()),
                            Extensions.whole(procedure, "session-number").map(number -> new DecimalType(number)),
                            References.to(procedure))));
        }
    }

    private void dose(Dose dose) {
        events.add(new TimelineEvent(
                "ketamine",
                dose.when().start(),
                dose.when().end(),
                dose.drug(),
                Optional.ofNullable(dose.record().getStatus()).map(status -> status.toCode()),
                Optional.<Type>ofNullable(dose.record().getDosage().getDose()).filter(amount -> !amount.isEmpty()),
                References.to(dose.record())));
    }

    private void scores(Series series) {
        series.scored()
                .forEach(score -> events.add(new TimelineEvent(
                        "score",
                        score.when(),
                        Optional.empty(),
                        series.scale().title(),
                        series.scale().band(score.total()),
                        Optional.of(new DecimalType(score.total())),
                        score.reference())));
    }

    private void goal(Goal goal) {
        Optional<Span> span = Optional.ofNullable(goal.getStart()).flatMap(chart::span);
        span.ifPresent(begun -> events.add(new TimelineEvent(
                "goal",
                begun.start(),
                Optional.empty(),
                words(goal.getDescription(), "Goal"),
                goal.getAchievementStatus().getCoding().stream()
                        .map(coding -> coding.getCode())
                        .filter(code -> code != null)
                        .findFirst(),
                Optional.empty(),
                References.to(goal))));
    }

    private void adverse(AdverseEvent event) {
        chart.span(event.getDateElement())
                .ifPresent(span -> events.add(new TimelineEvent(
                        "adverse-event",
                        span.start(),
                        Optional.empty(),
                        words(event.getEvent(), "Adverse event"),
                        event.getSeriousness().getCoding().stream()
                                .map(coding -> coding.getCode())
                                .filter(code -> code != null)
                                .map(code -> code.toLowerCase(Locale.ROOT))
                                .findFirst(),
                        Optional.empty(),
                        References.to(event))));
    }

    private void alert(Flag flag) {
        chart.span(flag.getPeriod())
                .ifPresent(span -> add("alert", span, words(flag.getCode(), "Alert"), References.to(flag)));
    }

    private void plan(CarePlan plan) {
        chart.span(plan.getPeriod())
                .ifPresent(span ->
                        add("plan", span, plan.hasTitle() ? plan.getTitle() : "Care plan", References.to(plan)));
    }

    private void add(String kind, Span span, String title, String reference) {
        events.add(new TimelineEvent(
                kind, span.start(), span.end(), title, Optional.of(ended(span.end())), Optional.empty(), reference));
    }

    private static String ended(Optional<Moment> end) {
        return end.isPresent() ? "ended" : "under-way";
    }

    private static String words(CodeableConcept concept, String otherwise) {
        return Coded.words(concept).findFirst().orElse(otherwise);
    }
}
