package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screener asks on only after a yes, and its level follows from the answers; it ships no wording. */
class CssrsScreenerTest {

    private static final IParser JSON = FhirContext.forR4Cached().newJsonParser();
    private static final Questionnaire SCREENER = JSON.parseResource(
            Questionnaire.class,
            Compiled.named("Questionnaire-cssrs-screener").json().toString());

    @ParameterizedTest
    @CsvSource({"93248-3, 93247-5", "93249-1, 93247-5", "93250-9, 93247-5", "93269-9, 93267-3"})
    void laterQuestionIsAskedOnlyAfterAYes(String question, String earlier) {
        assertThat(item(question).getEnableWhen()).singleElement().satisfies(when -> {
            assertThat(when.getQuestion()).isEqualTo(earlier);
            assertThat(when.getAnswerCoding().getCode()).isEqualTo("LA33-6");
        });
    }

    @ParameterizedTest
    @CsvSource({"93246-7", "93247-5", "93267-3"})
    void questionsOneTwoAndSixAreAlwaysAsked(String question) {
        assertThat(item(question).getEnableWhen()).isEmpty();
    }

    @Test
    void noQuestionIsShippedInWords() {
        assertThat(SCREENER.getItem())
                .allSatisfy(item -> assertThat(item.getText()).matches("(Question \\d(, .*)?|Risk level)"));
        assertThat(SCREENER.getCopyright()).contains("codes only");
    }

    /** The answers to questions 1, 2, 3, 4, 5, 6 and 6 within three months; a dash is a question that was not asked. */
    @ParameterizedTest
    @CsvSource({
        "nn---n-, none",
        "yn---n-, cssrs-low",
        "nynnnn-, cssrs-low",
        "nyynnn-, cssrs-moderate",
        "nn---yn, cssrs-moderate",
        "nynynn-, cssrs-high",
        "nynnyn-, cssrs-high",
        "nn---yy, cssrs-high",
        "nn---y-, cssrs-high",
        "nn-----, ''"
    })
    void levelFollowsFromTheAnswers(String answers, String level) {
        Expression calculated = (Expression) item("93374-7")
                .getExtensionByUrl(
                        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression")
                .getValue();
        assertThat(level(calculated.getExpression(), response(answers))).isEqualTo(level);
    }

    /** FHIRPath alone knows no %questionnaire, so each option of the form stands as its code. */
    private static String level(String expression, QuestionnaireResponse response) {
        String options =
                "%questionnaire.item.where(linkId = '93374-7').answerOption.value.ofType(Coding).where(code = ";
        return FhirContext.forR4Cached()
                .newFhirPath()
                .evaluate(response, expression.replace(options, "("), StringType.class)
                .stream()
                .map(found -> found.getValue())
                .collect(Collectors.joining());
    }

    private static QuestionnaireResponse response(String answers) {
        List<String> questions = List.of("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9");
        QuestionnaireResponse response = new QuestionnaireResponse();
        for (int i = 0; i < questions.size(); i++) {
            if (answers.charAt(i) != '-') {
                response.addItem()
                        .setLinkId(questions.get(i))
                        .addAnswer()
                        .setValue(new Coding("http://loinc.org", answers.charAt(i) == 'y' ? "LA33-6" : "LA32-8", null));
            }
        }
        return response;
    }

    private static QuestionnaireItemComponent item(String linkId) {
        return SCREENER.getItem().stream()
                .filter(item -> item.getLinkId().equals(linkId))
                .findFirst()
                .orElseThrow();
    }
}
