package io.github.trdcare.careplan;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;

/** Follows goals by their measures: lifestyle in weekly windows, scales from score to score. */
public final class Progress {
    private static final String SCORE = "{score}";

    private final List<Measure> measures;
    private final Scales scales;
    private final Assessment assessment;

    public Progress(Knowledge knowledge) {
        this.measures = knowledge.document("lifestyle.yaml").only("measures", "late").row("measures").named().stream()
                .map(Measure::of)
                .toList();
        this.scales = Scales.read(knowledge);
        this.assessment = new Assessment(scales);
    }

    /** One line for each target whose measure is known. */
    public List<GoalProgress> of(Goal goal, Chart chart) {
        return goal.getTarget().stream()
                .flatMap(target -> of(goal, target, chart).stream())
                .toList();
    }

    private Optional<GoalProgress> of(Goal goal, GoalTargetComponent target, Chart chart) {
        List<String> codes = Coded.codes(target.getMeasure());
        Optional<Measure> measure =
                measures.stream().filter(each -> codes.contains(each.code())).findFirst();
        if (measure.isPresent()) {
            return Optional.of(of(
                    goal,
                    target,
                    measure.get().code(),
                    measure.get().unit(),
                    Target.of(target, measure.get().unit()),
                    new Windows(chart, measure.get()).complete(),
                    chart));
        }
        return codes.stream()
                .flatMap(code -> scales.find(code).stream())
                .findFirst()
                .map(scale -> of(
                        goal,
                        target,
                        scale.totals().get(0),
                        SCORE,
                        Target.of(target, SCORE),
                        scores(scale, chart),
                        chart));
    }

    private List<Window> scores(Scale scale, Chart chart) {
        return assessment.series(chart, scale).scored().stream()
                .map(score ->
                        new Window(score.when().firstDay(), score.when().lastDay(), score.total(), score.evidence()))
                .toList();
    }

    private static GoalProgress of(
            Goal goal,
            GoalTargetComponent detail,
            String measure,
            String unit,
            Target target,
            List<Window> windows,
            Chart chart) {
        Optional<LocalDate> due = DueDay.of(goal, detail, chart);
        String achievement =
                achievement(target, windows.stream().map(Window::value).toList());
        boolean met = achievement.equals("achieved") || achievement.equals("sustaining");
        return new GoalProgress(
                References.to(goal),
                goal.getCategory().stream()
                        .flatMap(category -> Coded.in(category, Ours.TRD).stream())
                        .filter(code -> !code.equals("trd-care"))
                        .findFirst(),
                measure,
                Coded.words(detail.getMeasure()).findFirst(),
                unit,
                Optional.ofNullable(detail.getDetail()),
                windows.stream().reduce((earlier, later) -> later),
                windows,
                achievement,
                trend(target, windows),
                due,
                !met && due.filter(day -> day.isBefore(chart.today())).isPresent());
    }

    private static Optional<String> trend(Target target, List<Window> windows) {
        if (windows.size() < 2) {
            return Optional.empty();
        }
        int better = target.better(
                windows.get(windows.size() - 1).value(),
                windows.get(windows.size() - 2).value());
        return Optional.of(better > 0 ? "improving" : better < 0 ? "worsening" : "no-change");
    }

    /** HL7's codes: met now, met twice running, or the way since the window before. */
    private static String achievement(Target target, List<BigDecimal> values) {
        if (values.isEmpty()) {
            return "in-progress";
        }
        BigDecimal latest = values.get(values.size() - 1);
        Optional<BigDecimal> before = values.size() > 1 ? Optional.of(values.get(values.size() - 2)) : Optional.empty();
        if (target.metBy(latest)) {
            return before.filter(target::metBy).isPresent() ? "sustaining" : "achieved";
        }
        if (before.isEmpty()) {
            return "in-progress";
        }
        boolean stuck = values.size() > 2
                && target.better(latest, values.get(0)) <= 0
                && target.better(before.get(), values.get(0)) <= 0;
        if (stuck) {
            return "no-progress";
        }
        int better = target.better(latest, before.get());
        return better > 0 ? "improving" : better < 0 ? "worsening" : "no-change";
    }
}
