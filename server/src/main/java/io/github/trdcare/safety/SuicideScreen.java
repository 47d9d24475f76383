package io.github.trdcare.safety;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads the level of risk from answers to the C-SSRS screener, and from a level that the record states: the higher counts.
 * Low is question 1 or 2, moderate 3 or behaviour long ago, high 4, 5 or behaviour within three months (C-SSRS triage).
 */
final class SuicideScreen {
    private static final List<String> LEVELS = List.of("cssrs-low", "cssrs-moderate", "cssrs-high");

    private final Row codes;

    SuicideScreen(Knowledge knowledge) {
        this.codes = knowledge.document("safety.yaml").row("cssrs").row("levels");
    }

    /** The code of the level, when there is any risk. */
    Optional<String> level(Resource resource) {
        Map<String, Boolean> answers = answers(resource);
        return Stream.concat(computed(answers), stated(resource))
                .max((one, other) -> Integer.compare(LEVELS.indexOf(one), LEVELS.indexOf(other)));
    }

    /** Whether the record answers for the whole screener: both first questions and behaviour, or a stated level. */
    boolean isWhole(Resource resource) {
        Map<String, Boolean> answers = answers(resource);
        return answers.keySet().containsAll(codes.texts("low")) && answers.containsKey(codes.text("behaviourEver"))
                || stated(resource).findAny().isPresent();
    }

    private Stream<String> computed(Map<String, Boolean> answers) {
        boolean behaviour = yes(answers, codes.text("behaviourEver"));
        boolean recent = yes(answers, codes.text("behaviourRecent"));
        boolean longAgo = Boolean.FALSE.equals(answers.get(codes.text("behaviourRecent")));
        if (any(answers, "high") || recent || behaviour && !longAgo) {
            return Stream.of("cssrs-high");
        }
        if (any(answers, "moderate") || behaviour) {
            return Stream.of("cssrs-moderate");
        }
        return any(answers, "low") ? Stream.of("cssrs-low") : Stream.empty();
    }

    private Stream<String> stated(Resource resource) {
        if (resource instanceof Observation observation
                && Coded.is(observation.getCode(), codes.text("level"))
                && observation.getValue() instanceof CodeableConcept level) {
            return Coded.in(level, Ours.TRD).filter(LEVELS::contains).stream();
        }
        return Stream.empty();
    }

    private boolean any(Map<String, Boolean> answers, String level) {
        return codes.texts(level).stream().anyMatch(question -> yes(answers, question));
    }

    private static boolean yes(Map<String, Boolean> answers, String question) {
        return Boolean.TRUE.equals(answers.get(question));
    }

    /** Yes or no by question; a question that is answered neither way is left out. */
    private Map<String, Boolean> answers(Resource resource) {
        Map<String, Boolean> answers = new TreeMap<>();
        if (resource instanceof QuestionnaireResponse response) {
            items(response.getItem()).forEach(item -> item.getAnswer().forEach(answer -> answer(answer.getValue())
                    .ifPresent(yes -> answers.merge(question(item), yes, Boolean::logicalOr))));
        } else if (resource instanceof Observation observation) {
            answer(observation.getValue()).ifPresent(yes -> Coded.codes(observation.getCode())
                    .forEach(code -> answers.merge(code, yes, Boolean::logicalOr)));
            observation.getComponent().forEach(part -> answer(part.getValue())
                    .ifPresent(yes ->
                            Coded.codes(part.getCode()).forEach(code -> answers.merge(code, yes, Boolean::logicalOr))));
        }
        return answers;
    }

    private Optional<Boolean> answer(Type value) {
        if (value instanceof BooleanType truth && truth.hasValue()) {
            return Optional.of(truth.booleanValue());
        }
        List<String> given = value instanceof CodeableConcept concept
                ? Coded.codes(concept)
                : value instanceof Coding coding ? List.of(Coded.text(coding)) : List.of();
        if (given.contains(codes.text("yes"))) {
            return Optional.of(true);
        }
        return given.contains(codes.text("no")) ? Optional.of(false) : Optional.empty();
    }

    /** Forms name their questions by the code alone, some with a slash before it. */
    private static String question(QuestionnaireResponseItemComponent item) {
        String id = item.hasLinkId() ? item.getLinkId() : "";
        return "http://loinc.org|" + (id.startsWith("/") ? id.substring(1) : id);
    }

    private static Stream<QuestionnaireResponseItemComponent> items(List<QuestionnaireResponseItemComponent> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), items(item.getItem())));
    }
}
