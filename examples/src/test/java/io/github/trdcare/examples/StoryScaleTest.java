package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A PHQ-9 total is the sum of its nine items (LOINC 44249-1, answers of list LL358-3). */
class StoryScaleTest {

    private static final String TOTAL = "44261-6";

    private static final List<String> ITEMS =
            List.of("44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3", "44260-8");

    private static final Map<String, Integer> POINTS =
            Map.of("LA6568-5", 0, "LA6569-3", 1, "LA6570-1", 2, "LA6571-9", 3);

    static List<Story> stories() {
        return Stories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theNineItemsSumToTheTotalOfTheResponse(Story story) {
        assertThat(phq9Responses(story)).allSatisfy(response -> {
            Map<String, QuestionnaireResponseItemComponent> items = items(response);
            assertThat(items).containsKeys(ITEMS.toArray(String[]::new));
            assertThat(((PrimitiveType<?>) items.get(TOTAL).getAnswerFirstRep().getValue()).getValueAsString())
                    .isEqualTo(String.valueOf(sum(items)));
        });
    }

    /** A total that was sent without its answers stands alone. */
    @ParameterizedTest
    @MethodSource("stories")
    void theScoreEqualsTheSumOfItsResponse(Story story) {
        Map<String, QuestionnaireResponse> responses = phq9Responses(story).stream()
                .collect(Collectors.toMap(r -> "QuestionnaireResponse/" + r.getIdPart(), r -> r));
        List<Observation> scores =
                phq9Scores(story).stream().filter(Observation::hasDerivedFrom).toList();
        assertThat(scores).hasSameSizeAs(responses.values()).allSatisfy(score -> {
            QuestionnaireResponse response =
                    responses.get(score.getDerivedFromFirstRep().getReference());
            assertThat(score.getValueQuantity().getValue().intValue()).isEqualTo(sum(items(response)));
            assertThat(score.getEffectiveDateTimeType().getValueAsString())
                    .isEqualTo(response.getAuthoredElement().getValueAsString());
        });
    }

    private static List<QuestionnaireResponse> phq9Responses(Story story) {
        return story.all(QuestionnaireResponse.class).stream()
                .filter(response -> response.getQuestionnaire().endsWith("/phq-9"))
                .toList();
    }

    private static List<Observation> phq9Scores(Story story) {
        return story.all(Observation.class).stream()
                .filter(observation ->
                        TOTAL.equals(observation.getCode().getCodingFirstRep().getCode()))
                .toList();
    }

    private static Map<String, QuestionnaireResponseItemComponent> items(QuestionnaireResponse response) {
        return response.getItem().stream()
                .collect(Collectors.toMap(QuestionnaireResponseItemComponent::getLinkId, item -> item));
    }

    private static int sum(Map<String, QuestionnaireResponseItemComponent> items) {
        return ITEMS.stream()
                .mapToInt(item -> POINTS.get(
                        items.get(item).getAnswerFirstRep().getValueCoding().getCode()))
                .sum();
    }
}
