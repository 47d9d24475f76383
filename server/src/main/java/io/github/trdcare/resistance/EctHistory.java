package io.github.trdcare.resistance;

import io.github.trdcare.assessment.CourseSteps;
import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** Which ECT an episode saw, and whether a bilateral course of it failed. */
final class EctHistory {
    private final Chart chart;
    private final Staging staging;
    private final Optional<Episode> episode;

    EctHistory(Chart chart, Staging staging, Optional<Episode> episode) {
        this.chart = chart;
        this.staging = staging;
        this.episode = episode;
    }

    /** Every course or session of ECT in the episode. */
    List<Procedure> given() {
        List<String> codes = staging.ect().texts("ect");
        return chart.all(Procedure.class).stream()
                .filter(each ->
                        each.getStatus() != ProcedureStatus.NOTDONE && each.getStatus() != ProcedureStatus.PREPARATION)
                .filter(each -> Coded.isAny(each.getCode(), codes) && inEpisode(each))
                .toList();
    }

    boolean bilateralFailed(List<Series> series, StepOutcomes outcomes) {
        return given().stream()
                .filter(each -> CourseSteps.step(chart, each).isPresent() && isBilateral(each))
                .anyMatch(course -> failed(course, series, outcomes));
    }

    private boolean inEpisode(Procedure each) {
        return episode.map(during -> References.any(each.getReasonReference(), during.reference())
                        || chart.start(each.getPerformed())
                                .filter(during::holds)
                                .isPresent())
                .orElse(true);
    }

    private boolean isBilateral(Procedure course) {
        String reference = References.to(course);
        return Stream.concat(
                        Stream.of(course),
                        chart.all(Procedure.class).stream()
                                .filter(session -> References.any(session.getPartOf(), reference)))
                .anyMatch(each -> Coded.isAny(each.getCode(), staging.ect().texts("bilateral"))
                        || Extensions.code(each, "ect-electrode-placement")
                                .filter(staging.ect().texts("bilateralPlacements")::contains)
                                .isPresent());
    }

    private boolean failed(Procedure course, List<Series> series, StepOutcomes outcomes) {
        Optional<String> recorded = Coded.in(course.getOutcome(), Ours.TRD).filter(code -> !code.equals("unknown"));
        return recorded.map(code -> code.equals("none") || code.equals("partial") || code.equals("worsening"))
                .orElseGet(() -> CourseSteps.step(chart, course)
                        .flatMap(step -> outcomes.deciding(step, series))
                        .flatMap(StepOutcome::category)
                        .filter(category -> category == Outcome.NONE
                                || category == Outcome.PARTIAL
                                || category == Outcome.WORSENING)
                        .isPresent());
    }
}
