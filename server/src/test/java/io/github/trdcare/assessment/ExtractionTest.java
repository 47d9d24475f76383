package io.github.trdcare.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.PatientText;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractionTest {
    private static final Extraction EXTRACTION = new Extraction(PatientText.KNOWLEDGE);
    private static final String FORMS = "https://trd-care.github.io/fhir/Questionnaire/";

    @Test
    void aCompleteResponseGivesItsTotalWithItsItems() {
        QuestionnaireResponse response = phq9(9);

        Extracted extracted = EXTRACTION.of(response, Optional.empty());

        assertThat(extracted.missing()).isEmpty();
        Observation total = extracted.observations().get(0);
        assertThat(total.getCode().getCodingFirstRep().getCode()).isEqualTo("44261-6");
        assertThat(total.getValueQuantity().getValue()).isEqualByComparingTo("18");
        assertThat(total.getComponent()).hasSize(9);
        assertThat(References.of(total.getDerivedFrom())).containsExactly("QuestionnaireResponse/r");
        assertThat(total.getEffectiveDateTimeType().getValueAsString()).isEqualTo("2026-06-01T09:00:00-05:00");
    }

    @ParameterizedTest
    @CsvSource({"8, incomplete", "7, incomplete", "6, unscored", "0, unscored"})
    void anIncompleteResponseGivesNoTotalButSaysWhy(int answered, String kind) {
        Extracted extracted = EXTRACTION.of(phq9(answered), Optional.empty());

        assertThat(extracted.observations()).isEmpty();
        assertThat(extracted.missing()).hasSize(1);
        assertThat(extracted.missing().get(0).value()).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, 1", "AMENDED, 1", "INPROGRESS, 0", "STOPPED, 0", "ENTEREDINERROR, 0"})
    void onlyAFinishedResponseGivesATotal(QuestionnaireResponseStatus status, int totals) {
        assertThat(EXTRACTION.of(phq9(9).setStatus(status), Optional.empty()).observations())
                .hasSize(totals);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 0", "7, 1, 0", "8, 0, 1"})
    void aTotalThatIsStatedAloneIsTakenWhenItLiesInTheScale(int stated, int totals, int missing) {
        QuestionnaireResponse response = response("cgi");
        response.addItem().setLinkId("cgi-s").addAnswer().setValue(new IntegerType(stated));

        Extracted extracted = EXTRACTION.of(response, Optional.empty());

        assertThat(extracted.observations()).hasSize(totals);
        assertThat(extracted.missing())
                .filteredOn(finding -> finding.text().contains("outside"))
                .hasSize(missing);
    }

    @Test
    void anImprovementThatWasNotAskedIsNotMissed() {
        QuestionnaireResponse response = response("cgi");
        response.addItem().setLinkId("cgi-s").addAnswer().setValue(new IntegerType(4));

        assertThat(EXTRACTION.of(response, Optional.empty()).missing())
                .extracting(Finding::text)
                .isEmpty();
    }

    @Test
    void aFormMarksMeasuresOfItsOwn() throws IOException {
        Questionnaire form = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(
                        Questionnaire.class,
                        Files.readString(
                                Path.of("../profiles/fsh-generated/resources/Questionnaire-lifestyle-check-in.json")));
        QuestionnaireResponse response = response("lifestyle-check-in");
        response.addItem().setLinkId("93832-4").addAnswer().setValue(new DecimalType("6.5"));
        response.addItem().setLinkId("support-contact").addAnswer().setValue(new IntegerType(3));

        Extracted extracted = EXTRACTION.of(response, Optional.of(form));

        assertThat(extracted.observations()).hasSize(1);
        assertThat(extracted.observations().get(0).getValueQuantity().getCode()).isEqualTo("h");
        assertThat(extracted.observations().get(0).getValueQuantity().getValue())
                .isEqualByComparingTo("6.5");
    }

    /** Each answer is worth two points. */
    private static QuestionnaireResponse phq9(int answered) {
        QuestionnaireResponse response = response("phq-9");
        Scale scale = PatientText.SCALES.find("phq9").orElseThrow();
        IntStream.range(0, answered).forEach(index -> response.addItem()
                .setLinkId(scale.linkIds().get(index))
                .addAnswer()
                .setValue(new Coding("http://loinc.org", "LA6570-1", null)));
        return response;
    }

    private static QuestionnaireResponse response(String form) {
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(FORMS + form)
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(new Reference("Patient/p"))
                .setAuthoredElement(new DateTimeType("2026-06-01T09:00:00-05:00"));
        response.setId("QuestionnaireResponse/r");
        return response;
    }
}
