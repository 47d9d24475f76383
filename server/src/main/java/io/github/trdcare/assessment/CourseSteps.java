package io.github.trdcare.assessment;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** The treatment steps that are Procedures: courses of TMS, ECT and psychotherapy, and implants. */
public final class CourseSteps {
    /** Its operation takes a day, its stimulation goes on. */
    private static final String IMPLANT = "implant";

    private static final Map<String, String> STRATEGIES = Map.of(
            Ours.TMS + "|tms-course", "neuromodulation",
            Ours.TRD + "|ect-course", "ect",
            Ours.TRD + "|psychotherapy-course", "psychotherapy",
            Ours.TRD + "|neurostimulator-implant", IMPLANT);

    private CourseSteps() {}

    public static List<Step> of(Chart chart) {
        return chart.all(Procedure.class).stream()
                .filter(procedure -> procedure.getStatus() != ProcedureStatus.NOTDONE)
                .flatMap(procedure -> step(chart, procedure).stream())
                .sorted(Comparator.comparing(Step::start).thenComparing(Step::id))
                .toList();
    }

    public static Optional<Step> step(Chart chart, Procedure procedure) {
        return Coded.codes(procedure.getCode()).stream()
                .map(STRATEGIES::get)
                .filter(strategy -> strategy != null)
                .findFirst()
                .flatMap(strategy -> chart.span(procedure.getPerformed())
                        .map(span -> new Step(
                                References.to(procedure),
                                Coded.words(procedure.getCode()).findFirst().orElse(strategy),
                                Extensions.code(procedure, "treatment-strategy").orElse(strategy),
                                !procedure.hasExtension(Ours.definition("treatment-strategy")),
                                strategy.equals(IMPLANT) ? new Span(span.start(), Optional.empty()) : span)));
    }
}
