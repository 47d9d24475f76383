package io.github.trdcare.assessment.rest;

import io.github.trdcare.assessment.Extracted;
import io.github.trdcare.assessment.Extraction;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Stores what is taken out of responses, each once: also when the same answers come again as another response. */
@Component
class Extractions {
    private final Charts charts;
    private final ResourceStore store;
    private final Extraction extraction;

    Extractions(Charts charts, ResourceStore store, Knowledge knowledge) {
        this.charts = charts;
        this.store = store;
        this.extraction = new Extraction(knowledge);
    }

    Resource of(QuestionnaireResponse given, String server) {
        requireWhoAndWhen(given);
        Optional<Questionnaire> form = form(given);
        List<Extracted> result = new ArrayList<>();
        store.transactionAlone("Responses of " + References.of(given.getSubject()), () -> {
            Chart chart = charts.about(given.getSubject(), null);
            ExtractionBundle bundle = new ExtractionBundle(chart, given);
            Extracted extracted = extraction.of(bundle.response(), form);
            result.clear();
            result.add(extracted);
            return bundle.of(extracted.observations());
        });
        Extracted extracted = result.get(0);
        QuestionnaireResponse source = new ExtractionBundle(charts.about(given.getSubject(), null), given).response();
        return ExtractionAnswer.of(extracted, observations(source, extracted), server);
    }

    /** As they are stored now. */
    private List<Observation> observations(QuestionnaireResponse source, Extracted extracted) {
        return store.find(Observation.class, "derived-from=" + References.to(source)).stream()
                .filter(stored -> extracted.observations().stream()
                        .anyMatch(wanted -> Coded.isAny(stored.getCode(), Coded.codes(wanted.getCode()))))
                .toList();
    }

    private Optional<Questionnaire> form(QuestionnaireResponse response) {
        return response.hasQuestionnaire()
                ? store
                        .find(
                                Questionnaire.class,
                                "url="
                                        + URLEncoder.encode(
                                                response.getQuestionnaire().split("\\|", 2)[0], StandardCharsets.UTF_8))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    private static void requireWhoAndWhen(QuestionnaireResponse response) {
        Stream.of("subject", "authored", "status")
                .filter(element -> !response.getNamedProperty(element).hasValues())
                .findFirst()
                .ifPresent(element -> {
                    throw RefusedException.unfit(
                            "questionnaire-response", "QuestionnaireResponse." + element + " is missing");
                });
    }
}
