package io.github.trdcare.assessment.rest;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Refuses a total that its own items or its scale contradict; only one that claims our profile. */
@Component
public class ScoreRule implements WriteRule {
    private final Assessment assessment;

    ScoreRule(Knowledge knowledge) {
        this.assessment = new Assessment(Scales.read(knowledge));
    }

    /** A total without items or a response has nothing to contradict but its scale. */
    @Override
    public boolean concerns(Resource resource) {
        return resource instanceof Observation score
                && score.getStatus() != ObservationStatus.ENTEREDINERROR
                && score.getMeta().hasProfile(Ours.definition("trd-rating-score"));
    }

    @Override
    public void apply(Written written) {
        String score = References.to(written.after());
        written.refuse(assessment.series(written.chart().get()).stream()
                .flatMap(series -> series.conflict().stream())
                .filter(conflict ->
                        conflict.evidence().contains(score) && !conflict.code().equals("totals-differ"))
                .map(conflict -> Refusal.content(
                        conflict.code(),
                        "Observation.value",
                        conflict.text(),
                        "the sum of the items, within the scale"))
                .toList());
    }
}
