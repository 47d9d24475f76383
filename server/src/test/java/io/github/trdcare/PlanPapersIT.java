package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes on paper: answered forms become Observations once, a plan becomes a document. */
@ServerTest
class PlanPapersIT {
    private static final Pattern REFERENCE =
            Pattern.compile("\"reference\"\\s*:\\s*\"([A-Z][A-Za-z]+/[A-Za-z0-9.-]+)\"");

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void aStoredResponseGivesItsTotalOnce() {
        String response = http.post("QuestionnaireResponse", response()).header("Location");
        String extract =
                "QuestionnaireResponse/" + new org.hl7.fhir.r4.model.IdType(response).getIdPart() + "/$extract";

        Answer first = http.send("POST", extract, new byte[0]);
        Answer second = http.send("POST", extract, new byte[0]);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        Observation total = (Observation) first.bundle().getEntryFirstRep().getResource();
        assertThat(total.getValueQuantity().getValue()).isEqualByComparingTo("19");
        assertThat(total.getMeta().getProfile().get(0).getValue()).endsWith("trd-rating-score");
        assertThat(((Observation) second.bundle().getEntryFirstRep().getResource()).getId())
                .isEqualTo(total.getId());
        assertThat(totals(total.getSubject().getReference())).isEqualTo(1);
    }

    @Test
    void theSameAnswersUnderTwoIdsGiveOneTotal() {
        QuestionnaireResponse response = response();
        http.post("QuestionnaireResponse", response);
        String second = http.post("QuestionnaireResponse", response).header("Location");

        http.post("QuestionnaireResponse/$extract", response);
        http.post(
                "QuestionnaireResponse/$extract",
                new Parameters()
                        .addParameter(new Parameters.ParametersParameterComponent()
                                .setName("questionnaire-response")
                                .setResource(response)));
        Answer answer = http.post(
                "QuestionnaireResponse/$extract",
                new Parameters()
                        .addParameter(
                                "questionnaire-response",
                                new Reference("QuestionnaireResponse/"
                                        + new org.hl7.fhir.r4.model.IdType(second).getIdPart())));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(totals(response.getSubject().getReference())).isEqualTo(1);
    }

    @Test
    void aTotalThatIsOnRecordIsNotMadeAgain() {
        Answer answer = http.send("POST", "QuestionnaireResponse/marta-phq9-week-0-response/$extract", new byte[0]);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.bundle()
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart())
                .isEqualTo("marta-phq9-week-0");
    }

    @Test
    void anIncompleteResponseSaysSoAndGivesNoTotal() {
        QuestionnaireResponse response = response();
        response.getItem().remove(0);

        Answer answer = http.post("QuestionnaireResponse/$extract", response);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("issues", "PHQ-9 is incomplete: 1 not answered");
        assertThat(totals(response.getSubject().getReference())).isZero();
    }

    @Test
    void whatIsNoResponseIsRefused() {
        assertThat(http.post("QuestionnaireResponse/$extract", new Parameters()).status())
                .isEqualTo(422);
        assertThat(http.post("QuestionnaireResponse/$extract", new Patient()).status())
                .isEqualTo(422);
        assertThat(http.post("QuestionnaireResponse/$extract", "{").status()).isEqualTo(400);
        assertThat(http.post("QuestionnaireResponse/nowhere/$extract", new Parameters())
                        .status())
                .isEqualTo(404);
        assertThat(http.post("QuestionnaireResponse/$extract", response().setAuthoredElement(null))
                        .status())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"marta", "grace", "ingrid", "theo"})
    void aPlanIsADocumentWithAllThatItRestsOn(String patient) {
        String plan = http.get("CarePlan?patient=" + patient + "&category=trd-care&_elements=id")
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();

        Answer answer = http.get("CarePlan/" + plan + "/$care-plan-document");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Bundle document = answer.bundle();
        assertThat(document.getType()).isEqualTo(BundleType.DOCUMENT);
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(composition.getSection())
                .extracting(Composition.SectionComponent::getTitle)
                .containsExactly(
                        "Summary and treatment resistance",
                        "Goals",
                        "Activities and orders",
                        "Courses and outcome",
                        "Medication",
                        "Rating scales",
                        "Safety",
                        "Team");
        assertThat(composition.getCustodian().getReference()).startsWith("Organization/");
        Set<String> inside = document.getEntry().stream()
                .skip(1)
                .map(entry -> entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdElement().getIdPart())
                .collect(Collectors.toSet());
        List<String> referred = REFERENCE
                .matcher(answer.text())
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(inside).containsAll(referred);
        Answer verdict = http.post("Bundle/$validate", answer.text());
        assertThat(verdict.text()).doesNotContainPattern("\"severity\":\\s*\"(error|fatal)\"");
    }

    @Test
    void aPlanThatIsNotThereIsNoDocument() {
        assertThat(http.get("CarePlan/nowhere/$care-plan-document").status()).isEqualTo(404);
    }

    @Test
    void aProtocolIsAppliedAsTheStandardSays() {
        Answer answer = http.post(
                "PlanDefinition/tms-10hz-left/$apply", new Parameters().addParameter("subject", "Patient/marta"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        CarePlan plan = answer.as(CarePlan.class);
        assertThat(plan.getSubject().getReference()).isEqualTo("Patient/marta");
        assertThat(answer.text()).contains("RequestGroup", "ServiceRequest", "Task", "tms-10hz-left");
        assertThat(http.get("CarePlan?patient=marta&_summary=count").bundle().getTotal())
                .isEqualTo(1);
    }

    @Test
    void aFormIsFilledInAsTheStandardSays() {
        Answer answer = http.post(
                "Questionnaire/phq-9/$populate",
                new Parameters().addParameter("subject", new Reference("Patient/marta")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        QuestionnaireResponse response = answer.as(QuestionnaireResponse.class);
        assertThat(response.getQuestionnaire()).contains("Questionnaire/phq-9");
        assertThat(response.getSubject().getReference()).isEqualTo("Patient/marta");
        assertThat(response.getItem()).hasSizeGreaterThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource({
        "PlanDefinition/$apply, ''",
        "PlanDefinition/tms-10hz-left/$apply, ''",
        "PlanDefinition/nowhere/$apply, Patient/marta",
        "PlanDefinition/tms-10hz-left/$apply, Patient/nobody",
        "PlanDefinition/tms-10hz-left/$apply, Group/1",
        "Questionnaire/$populate, ''",
        "Questionnaire/phq-9/$populate, ''",
        "Questionnaire/nowhere/$populate, Patient/marta",
        "Questionnaire/phq-9/$populate, Patient/nobody",
    })
    void whatCannotBeAppliedIsTheClientsFault(String path, String subject) {
        Parameters asked = new Parameters();
        if (!subject.isEmpty()) {
            asked.addParameter("subject", subject);
        }
        Answer answer = http.post(path, asked);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    }

    /** The answers of Marta's first week, of somebody else. */
    private QuestionnaireResponse response() {
        QuestionnaireResponse response =
                http.get("QuestionnaireResponse/marta-phq9-week-0-response").as(QuestionnaireResponse.class);
        Patient patient = new Patient();
        patient.setId("papers-" + UUID.randomUUID());
        http.put("Patient/" + patient.getId(), patient);
        response.setId((String) null);
        response.setMeta(null);
        response.setSubject(new Reference("Patient/" + patient.getId()));
        response.setSource(null).setAuthor(null);
        response.getPartOf().clear();
        return response;
    }

    private int totals(String patient) {
        return http.get("Observation?code=http://loinc.org%7C44261-6&_summary=count&subject=" + patient)
                .bundle()
                .getTotal();
    }
}
