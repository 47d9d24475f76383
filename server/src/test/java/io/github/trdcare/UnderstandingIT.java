package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.stimulation.Courses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clinical questions, each answered in one call: about every story, about next to nothing, about an EHR's export. */
@ServerTest
class UnderstandingIT {
    private static final List<String> OF_A_PATIENT =
            List.of("treatment-resistance", "treatment-outcomes", "tms-eligibility");

    @LocalServerPort
    private int port;

    private FhirHttp fhir;

    @BeforeEach
    void connect() {
        fhir = new FhirHttp(port);
    }

    @Test
    void judgesTrialsAndStagesResistance() {
        Parameters answer = answer("Patient/marta/$treatment-resistance?asOf=2026-05-31");

        assertThat(answer.getParameters("trial")).hasSize(2);
        assertThat(said(answer, "failed-trials")).isEqualTo("2");
        assertThat(said(answer, "meets-trd")).isEqualTo("yes");
        assertThat(said(answer, "thase-rush")).isEqualTo("II");
    }

    @Test
    void followsEachStepByItsScores() {
        String answer = fhir.get("Patient/marta/$treatment-outcomes?scale=phq9").text();

        assertThat(answer).contains("Procedure/marta-course", "remission-date");
    }

    @ParameterizedTest
    @CsvSource({
        // before its first day, on its first, after its twentieth, at its end
        "2026-05-31, preparation, 0, 36",
        "2026-06-01, in-progress, 1, 35",
        "2026-11-01, completed, 36, 0"
    })
    void tellsWhereACourseStandsAtEachMoment(String asOf, String status, String delivered, String remaining) {
        Parameters answer = answer("Procedure/marta-course/$course-summary?asOf=" + asOf);

        assertThat(said(answer, "status")).isEqualTo(status);
        assertThat(said(answer, "sessions", "delivered")).isEqualTo(delivered);
        assertThat(said(answer, "sessions", "remaining")).isEqualTo(remaining);
    }

    static List<String> stories() {
        return StoryRecord.names();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void answersEachQuestionAboutEachStory(String story) {
        for (Patient patient : StoryRecord.of(story, Patient.class)) {
            everyQuestion("Patient/" + patient.getIdPart());
        }
        for (Procedure course : StoryRecord.of(story, Procedure.class)) {
            if (Courses.isCourse(course)) {
                Parameters answer = answer("Procedure/" + course.getIdPart() + "/$course-summary");
                AnswerShape.of("course-summary").check(answer);
                assertThat(Integer.parseInt(said(answer, "sessions", "delivered")))
                        .isPositive();
                assertThat(answer.getParameters("conflict")).isEmpty();
            }
        }
    }

    @Test
    void answersEachQuestionAboutAPatientOfWhomNothingIsKnown() {
        Patient nobody = new Patient();
        nobody.setId("of-whom-nothing-is-known");
        fhir.put("Patient/of-whom-nothing-is-known", nobody);

        everyQuestion("Patient/of-whom-nothing-is-known");
        assertThat(said(answer("Patient/of-whom-nothing-is-known/$treatment-resistance"), "meets-trd"))
                .isEqualTo("no");
        assertThat(said(answer("Patient/of-whom-nothing-is-known/$tms-eligibility"), "overall"))
                .isEqualTo("missing");
    }

    @Test
    void answersEachQuestionAboutAnEhrExport() throws IOException {
        posted("hospitals");
        posted("practitioners");
        Bundle stored = posted("Darrel772");
        String patient = stored.getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/.*", ""))
                .filter(location -> location.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();

        everyQuestion(patient);
    }

    private Bundle posted(String name) throws IOException {
        FhirHttp.Answer answer = fhir.post("", synthea(name));
        assertThat(answer.status()).as(answer.start()).isEqualTo(200);
        return answer.bundle();
    }

    private void everyQuestion(String patient) {
        OF_A_PATIENT.forEach(operation -> AnswerShape.of(operation).check(answer(patient + "/$" + operation)));
        AnswerShape.of("tms-eligibility").check(answer(patient + "/$tms-eligibility?packet=true"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Patient/nobody/$treatment-resistance                     | 404 | There is no Patient/nobody",
                "Patient/nobody/$treatment-outcomes                       | 404 | There is no Patient/nobody",
                "Patient/nobody/$tms-eligibility                          | 404 | There is no Patient/nobody",
                "Procedure/nothing/$course-summary                        | 404 | There is no Procedure/nothing",
                "Procedure/marta-session-01/$course-summary               | 422 | is no course. Right would be",
                "Patient/marta/$treatment-resistance?policy=nope          | 422 | known are",
                "Patient/marta/$tms-eligibility?policy=nope               | 422 | ctmss",
                "Patient/marta/$tms-eligibility?policy=consensus          | 422 | ctmss",
                "Patient/marta/$treatment-outcomes?scale=nope             | 422 | phq9",
                "Patient/marta/$treatment-resistance?condition=nope       | 404 | Condition/nope of this patient",
                "Patient/marta/$tms-eligibility?condition=theo-episode    | 404 | of this patient",
                "Patient/marta/$treatment-outcomes?condition=Patient/theo | 422 | A Condition is expected",
                "Patient/marta/$treatment-resistance?asOf=soon            | 400 | soon",
                "Patient/marta/$treatment-outcomes?asOf=2026-13-01        | 400 | 2026-13-01",
                "Patient/marta/$tms-eligibility?asOf=31.05.2026           | 400 | 31.05.2026",
                "Procedure/marta-course/$course-summary?asOf=yesterday    | 400 | yesterday",
                "Patient/marta/$tms-eligibility?packet=perhaps            | 400 | perhaps",
                "Patient/marta/$tms-eligibility?policy=ctmss&policy=nope  | 400 | policy may stand once",
                "Patient/marta/$tms-eligibility?polcy=ctmss               | 400 | it has asOf, condition, packet, policy"
            })
    void refusesWhatItCannotAnswerAndSaysWhy(String question, int status, String reason) {
        Answer answer = fhir.get(question);
        assertThat(answer.status()).as(answer.start()).isEqualTo(status);
        assertThat(answer.outcome()).contains(reason);
    }

    static Stream<String> questions() {
        return Stream.concat(
                OF_A_PATIENT.stream().map(operation -> "Patient/marta/$" + operation),
                Stream.of("Procedure/marta-course/$course-summary"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void answersAPostAsItAnswersAGet(String question) {
        Parameters asked = new Parameters();
        asked.addParameter().setName("asOf").setValue(new DateTimeType("2026-08-01"));

        Answer posted = fhir.post(question, asked);
        assertThat(posted.status()).as(posted.start()).isEqualTo(200);
        assertThat(posted.text())
                .isEqualTo(fhir.get(question + "?asOf=2026-08-01").text());
        assertThat(fhir.post(question, new Parameters()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void refusesABodyThatIsNoQuestion(String question) {
        for (Map.Entry<String, String> body : Map.of(
                        "a resource", "{\"resourceType\":\"Patient\"}",
                        "another type",
                                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"asOf\",\"valueString\":\"x\"}]}",
                        "a part", "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"asOf\",\"part\":[]}]}",
                        "no JSON", "asOf=2026-08-01")
                .entrySet()) {
            Answer answer = fhir.post(question, body.getValue());
            assertThat(answer.status()).as(body.getKey() + " " + answer.start()).isIn(400, 422);
            assertThat(answer.outcome()).as(body.getKey()).isNotBlank();
        }
    }

    @Test
    void refusesAParameterOfAnotherTypeInAPost() {
        Parameters asked = new Parameters();
        asked.addParameter().setName("packet").setValue(new CodeType("yes"));
        Answer answer = fhir.post("Patient/marta/$tms-eligibility", asked);
        assertThat(answer.status()).as(answer.start()).isIn(400, 422);
        assertThat(answer.outcome()).contains("packet");
    }

    private Parameters answer(String question) {
        Answer answer = fhir.get(question);
        assertThat(answer.status()).as(question + " " + answer.start()).isEqualTo(200);
        return answer.as(Parameters.class);
    }

    private static String said(Parameters answer, String... path) {
        Parameters.ParametersParameterComponent part = answer.getParameter(path[0]);
        for (int i = 1; i < path.length; i++) {
            String name = path[i];
            part = part.getPart().stream()
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
        return part.getValue().primitiveValue();
    }

    private static String synthea(String name) throws IOException {
        try (InputStream file =
                new GZIPInputStream(UnderstandingIT.class.getResourceAsStream("/synthea/" + name + ".json.gz"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
