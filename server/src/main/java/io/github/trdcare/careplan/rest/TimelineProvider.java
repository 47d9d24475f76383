package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.rest.AskedScales;
import io.github.trdcare.careplan.PlanProgress;
import io.github.trdcare.careplan.Timeline;
import io.github.trdcare.careplan.TimelineEvent;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.eligibility.rest.EligibilityParts;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.KetamineDoses;
import io.github.trdcare.resistance.OutcomesVerdict;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.TreatmentOutcomes;
import io.github.trdcare.resistance.rest.ResistanceParts;
import io.github.trdcare.stimulation.ClosedDays;
import io.github.trdcare.stimulation.Courses;
import io.github.trdcare.stimulation.rest.CourseParts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The patient's page: everything in time order, with the verdicts of the other operations, from one answer. */
@Component
class TimelineProvider implements OperationProvider {
    private final Charts charts;
    private final Scales scales;
    private final Resistance resistance;
    private final AdequacyPolicy adequacy;
    private final TreatmentOutcomes outcomes;
    private final KetamineDoses ketamine;
    private final Courses courses;
    private final Set<LocalDate> closed;
    private final PlanProgress progress;
    private final Eligibility eligibility;
    private final Map<String, CoveragePolicy> policies;

    TimelineProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.scales = Scales.read(knowledge);
        this.resistance = new Resistance(knowledge);
        this.adequacy = AdequacyPolicy.read(knowledge).get("consensus");
        this.outcomes = new TreatmentOutcomes(knowledge);
        this.ketamine = new KetamineDoses(knowledge);
        this.courses = new Courses(knowledge);
        this.closed = ClosedDays.read(knowledge);
        this.progress = new PlanProgress(knowledge);
        this.eligibility = new Eligibility(knowledge);
        this.policies = CoveragePolicy.read(knowledge);
    }

    /** Loads the record once and asks every rule about it. */
    @Operation(
            name = "$timeline",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/timeline")
    public Parameters timeline(
            @IdParam IIdType patient,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "condition", max = 1) @Nullable IdType condition,
            @OperationParam(name = "policy", max = 1) @Nullable CodeType policy,
            @OperationParam(name = "scale") @Nullable List<CodeType> scale) {
        CoveragePolicy payer = Asked.named("policy", policy, "ctmss", policies);
        List<Scale> shown = AskedScales.of(scale, scales);
        Chart chart = charts.ofPatient(patient, asOf);
        Optional<String> episode = Asked.condition(condition, chart);
        ResistanceVerdict verdict = resistance.of(chart, adequacy, episode);
        OutcomesVerdict effects = outcomes.of(chart, verdict, shown);
        Parameters answer = new Parameters();
        Parts parts = Parts.of(answer);
        Timeline.of(chart, verdict, effects.series(), ketamine.of(chart)).forEach(event -> event(parts, event));
        ResistanceParts.write(parts.part("resistance"), verdict);
        ResistanceParts.write(parts.part("outcomes"), effects);
        courses(chart).forEach(course -> CourseParts.write(parts.part("course"), courses.of(course, chart, closed)));
        plans(chart).forEach(plan -> ProgressParts.write(parts.part("progress"), progress.of(plan, chart)));
        EligibilityParts.write(parts.part("eligibility"), eligibility.of(chart, payer, episode));
        return answer;
    }

    private static void event(Parts answer, TimelineEvent event) {
        Parts part = answer.part("event")
                .code("kind", event.kind())
                .moment("start", event.start())
                .moment("end", event.end())
                .text("title", event.title())
                .code("status", event.status());
        part.value("value", event.value()).reference("reference", event.reference());
    }

    /** Those that have begun, in the order of their events. */
    private static List<Procedure> courses(Chart chart) {
        return chart.all(Procedure.class).stream()
                .filter(Courses::isCourse)
                .filter(course -> chart.span(course.getPerformed()).isPresent())
                .sorted(Comparator.comparing(course ->
                        chart.span(course.getPerformed()).orElseThrow().start()))
                .toList();
    }

    private static List<CarePlan> plans(Chart chart) {
        return chart.all(CarePlan.class).stream()
                .filter(plan -> plan.hasGoal() && chart.span(plan.getPeriod()).isPresent())
                .toList();
    }
}
