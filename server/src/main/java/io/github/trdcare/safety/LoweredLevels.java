package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A later screener that says less is noted on the open alert; only a clinician lowers the Flag itself. */
public final class LoweredLevels {
    private final SuicideScreen screen;
    private final SafetyRecords records;
    private final String text;

    public LoweredLevels(Knowledge knowledge) {
        this.screen = new SuicideScreen(knowledge);
        this.records = new SafetyRecords(knowledge);
        this.text =
                knowledge.document("safety.yaml").row("followUp").row("lowered").text("text");
    }

    /** Whether a record answers the whole screener. */
    public boolean concerns(Resource resource) {
        boolean answer = resource instanceof QuestionnaireResponse || resource instanceof Observation;
        return answer && Mistakes.standsCorrect(resource) && screen.isWhole(resource);
    }

    /** The open Tasks of higher levels, each with its note; an answer that is older than the alert lowers nothing. */
    public List<Task> of(Resource resource, Moment arrival, Chart chart, Instant now) {
        if (!concerns(resource)) {
            return List.of();
        }
        Moment when = SuicideAlerts.when(resource, chart.zone()).orElse(arrival);
        Optional<String> level = screen.level(resource);
        int rank = level.map(records::rank).orElse(0);
        String note = text + " (" + References.to(resource) + ": " + level.orElse("no risk") + ")";
        return chart.all(Flag.class).stream()
                .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE)
                .filter(flag -> Coded.in(flag.getCode(), Ours.TRD)
                        .filter(code -> records.rank(code) > rank)
                        .isPresent())
                .filter(flag -> !flag.getPeriod().hasStart()
                        || !when.last().isBefore(flag.getPeriod().getStart().toInstant()))
                .flatMap(flag -> OpenAlerts.of(flag, chart).stream())
                .flatMap(task -> OpenAlerts.noted(task, note, now).stream())
                .toList();
    }
}
