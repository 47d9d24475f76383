package io.github.trdcare.assessment.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;

/** What is to be written for one response, given what the record holds of it already. */
final class ExtractionBundle {
    private static final String KEY = Ours.BASE + "/sid/extraction";
    private static final String UNSTORED = "urn:uuid:00000000-0000-4000-8000-000000000001";

    private final Chart chart;
    private final QuestionnaireResponse given;
    private final Optional<QuestionnaireResponse> stored;

    ExtractionBundle(Chart chart, QuestionnaireResponse given) {
        this.chart = chart;
        this.given = given;
        this.stored = chart.all(QuestionnaireResponse.class).stream()
                .filter(each -> answers(each).equalsDeep(answers(given)))
                .findFirst()
                .or(() -> chart.find(QuestionnaireResponse.class, References.to(given)));
    }

    /** The first stored response with these answers; the given one where there is none. */
    QuestionnaireResponse response() {
        return stored.orElseGet(() -> {
            QuestionnaireResponse unstored = given.copy();
            unstored.setId((String) null);
            return unstored;
        });
    }

    /** Nothing where all of it is on record. */
    Optional<Bundle> of(List<Observation> observations) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        if (stored.isEmpty()) {
            bundle.addEntry()
                    .setFullUrl(UNSTORED)
                    .setResource(response())
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("QuestionnaireResponse");
        }
        observations.forEach(observation -> add(bundle, observation));
        return Optional.of(bundle).filter(Bundle::hasEntry);
    }

    private void add(Bundle bundle, Observation observation) {
        String source = stored.map(References::to).orElse(UNSTORED);
        observation.setDerivedFrom(List.of(new Reference(source)));
        Optional<Observation> earlier = stored.flatMap(response -> earlier(response, observation));
        if (earlier.isEmpty()) {
            observation.addIdentifier(key(observation));
            bundle.addEntry()
                    .setResource(observation)
                    .getRequest()
                    .setMethod(HTTPVerb.POST)
                    .setUrl("Observation");
        } else if (isOurs(earlier.get()) && differs(earlier.get(), observation)) {
            observation.setIdentifier(earlier.get().getIdentifier());
            observation.setId(earlier.get().getIdElement().getIdPart());
            bundle.addEntry()
                    .setResource(observation)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(References.to(earlier.get()))
                    .setIfMatch("W/\"" + earlier.get().getMeta().getVersionId() + "\"");
        }
    }

    /** Also one that somebody else made of the response. */
    private Optional<Observation> earlier(QuestionnaireResponse response, Observation wanted) {
        List<String> codes = Coded.codes(wanted.getCode());
        return chart.all(Observation.class).stream()
                .filter(each -> Coded.isAny(each.getCode(), codes)
                        && References.any(each.getDerivedFrom(), References.to(response)))
                .findFirst();
    }

    private static boolean isOurs(Observation observation) {
        return observation.getIdentifier().stream().anyMatch(identifier -> KEY.equals(identifier.getSystem()));
    }

    private static boolean differs(Observation earlier, Observation wanted) {
        return !earlier.getValue().equalsDeep(wanted.getValue()) || earlier.getStatus() != wanted.getStatus();
    }

    /** Names the fact, not the response: the same answers under another id are the same. */
    private Identifier key(Observation observation) {
        String value = String.join(
                "|",
                References.of(given.getSubject()),
                given.getQuestionnaire() + "",
                given.getAuthoredElement().getValueAsString(),
                observation.getCode().getCodingFirstRep().getCode() + "");
        return new Identifier().setSystem(KEY).setValue(value);
    }

    /** The answers alone, whoever stored them under whatever id. */
    private static QuestionnaireResponse answers(QuestionnaireResponse response) {
        QuestionnaireResponse answers = new QuestionnaireResponse();
        answers.setQuestionnaire(response.getQuestionnaire());
        answers.setStatus(response.getStatus());
        answers.setSubject(new Reference(References.of(response.getSubject())));
        answers.setAuthoredElement(response.getAuthoredElement());
        answers.setItem(response.getItem());
        return answers;
    }
}
