package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.chart.Ours;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that a clinic and a psychiatrist read, each from one answer. */
@ServerTest
class CarePagesIT {

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    static List<String> stories() {
        return StoryRecord.names();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void tellsEveryStoryInTimeOrder(String story) {
        for (Patient patient : StoryRecord.of(story, Patient.class)) {
            Parameters answer = answer("Patient/" + patient.getIdPart() + "/$timeline");
            AnswerShape.of("timeline").check(answer);
            List<String> starts = answer.getParameters("event").stream()
                    .map(event -> firstInstant(said(event, "start")))
                    .toList();
            assertThat(starts).isNotEmpty().isSorted();
            assertThat(answer.getParameter("resistance")).isNotNull();
            assertThat(answer.getParameter("eligibility")).isNotNull();
        }
        for (CarePlan plan : StoryRecord.of(story, CarePlan.class)) {
            AnswerShape.of("progress").check(answer("CarePlan/" + plan.getIdPart() + "/$progress"));
        }
    }

    /** Each row of what the server must represent stands in the timeline of the story that shows it. */
    @ParameterizedTest
    @CsvSource({
        "marta, course episode goal plan score session trial",
        "theo, adverse-event course episode goal plan score session trial",
        "aisha, adverse-event course episode goal plan score session trial",
        "viktor, adverse-event course ect episode goal plan score session trial",
        "lucia, course episode goal plan score session trial",
        "harold, alert episode goal plan score trial",
        "nadia, alert episode goal plan score trial",
        "owen, adverse-event alert course episode goal plan score session trial",
        "grace, adverse-event episode goal ketamine plan score trial",
        "felix, adverse-event alert episode goal plan score trial",
        "ingrid, episode goal plan psychotherapy score session trial",
        "samuel, adverse-event alert ect episode goal implant plan score session trial",
        "keiko, alert ect episode goal implant plan score session trial",
        "bruno, episode goal plan score trial",
        "paula, course episode goal plan psychotherapy score session trial",
        "dmitri, episode goal ketamine plan score",
        "hannah, adverse-event course episode goal plan score session trial",
        "malik, adverse-event alert course episode goal plan score session trial",
        "elena, course episode goal plan score session trial",
        "yusuf, alert course episode goal plan score session trial",
    })
    void showsEachTreatmentOfAStory(String patient, String kinds) {
        Parameters answer = answer("Patient/" + patient + "/$timeline");
        assertThat(answer.getParameters("event").stream().map(event -> said(event, "kind")))
                .contains(kinds.split(" "));
    }

    @Test
    void showsDosesOfKetamine() {
        Stream<String> kinds = StoryRecord.of("09-esketamine-held-for-blood-pressure", Patient.class).stream()
                .flatMap(patient ->
                        answer("Patient/" + patient.getIdPart() + "/$timeline").getParameters("event").stream())
                .map(event -> said(event, "kind"));
        assertThat(kinds.filter("ketamine"::equals)).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void answersAFormAsItAnswersAnAddress() {
        Parameters asked = new Parameters();
        asked.addParameter("asOf", new DateTimeType("2026-06-10"));
        Answer posted = http.post("Patient/marta/$timeline", asked);
        assertThat(posted.status()).as(posted.start()).isEqualTo(200);
        assertThat(posted.as(Parameters.class).equalsDeep(answer("Patient/marta/$timeline?asOf=2026-06-10")))
                .isTrue();
    }

    /** A patient of whom nothing is known, and one as an EHR exports it: problem list, prescription, score, none of ours. */
    @ParameterizedTest
    @CsvSource({"nothing-known, 0", "from-an-ehr, 2"})
    void answersOfARecordThatIsNotOursAndSaysWhatIsMissing(String patient, int atLeast) throws IOException {
        String bundle = new String(
                CarePagesIT.class.getResourceAsStream("/ehr/two-patients.json").readAllBytes(), StandardCharsets.UTF_8);
        Answer stored = http.post("", bundle);
        assertThat(stored.status()).as(stored.start()).isEqualTo(200);
        String id = "Patient/care-pages-" + patient;
        Parameters timeline = answer(id + "/$timeline");
        AnswerShape.of("timeline").check(timeline);
        assertThat(timeline.getParameters("event")).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(answer(id + "/$treatment-resistance").getParameters("missing").stream()
                        .map(missing -> said(missing, "code")))
                .contains("episode-start");
        assertThat(said(answer(id + "/$tms-eligibility").getParameter("overall")))
                .isEqualTo("missing");
        AnswerShape.of("treatment-outcomes").check(answer(id + "/$treatment-outcomes"));
        AnswerShape.of("progress").check(answer("CarePlan/care-pages-" + patient + "-plan/$progress"));
    }

    /** More than the server gives in one page of a search. */
    @Test
    void countsEveryCourseOfALargeClinic() {
        int courses = 1001;
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource((Patient) new Patient().setId("care-pages-large"))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Patient/care-pages-large");
        for (int i = 0; i < courses; i++) {
            Procedure course = new Procedure();
            course.setId("care-pages-large-" + i);
            course.setStatus(Procedure.ProcedureStatus.COMPLETED)
                    .setCode(new CodeableConcept(new Coding(Ours.TMS, "tms-course", null)))
                    .setSubject(new Reference("Patient/care-pages-large"))
                    .setPerformed(new Period()
                            .setStartElement(new DateTimeType("2011-01-03"))
                            .setEndElement(new DateTimeType("2011-02-11")));
            bundle.addEntry()
                    .setResource(course)
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.PUT)
                    .setUrl("Procedure/" + course.getIdPart());
        }
        Answer stored = http.post("", bundle);
        assertThat(stored.status()).as(stored.start()).isEqualTo(200);
        Parameters page = answer("Procedure/$caseload?asOf=2011-01-10&_count=1&_offset=1000");
        assertThat(said(page.getParameter("total"))).isEqualTo(String.valueOf(courses));
        assertThat(references(page)).hasSize(1);
    }

    @Test
    void tellsThePastAsItWas() {
        Parameters then = answer("Patient/marta/$timeline?asOf=2026-06-10");
        assertThat(then.getParameters("event").stream().map(event -> said(event, "start")))
                .allSatisfy(start -> assertThat(start.substring(0, Math.min(10, start.length())))
                        .isLessThanOrEqualTo("2026-06-10"));
        assertThat(then.getParameters("event").stream()
                        .filter(event -> said(event, "kind").equals("course"))
                        .map(event -> said(event, "status")))
                .containsExactly("under-way");
    }

    @Test
    void followsTenLifestyleGoals() {
        CarePlan plan = StoryRecord.of("14-ten-lifestyle-goals", CarePlan.class).get(0);
        Parameters answer = answer("CarePlan/" + plan.getIdPart() + "/$progress");
        assertThat(answer.getParameters("goal").stream().map(goal -> said(goal, "theme")))
                .contains(
                        "adherence",
                        "contact",
                        "sleep",
                        "sleep-hygiene",
                        "diet",
                        "activity",
                        "mindfulness",
                        "support",
                        "journaling",
                        "expectations");
    }

    @Test
    void listsTheCoursesUnderWayEachOnceWhateverTheSizeOfThePage() {
        Parameters whole = answer("Procedure/$caseload?asOf=2026-06-10");
        AnswerShape.of("caseload").check(whole);
        List<String> courses = references(whole);
        assertThat(courses).contains("Procedure/marta-course").doesNotHaveDuplicates();
        assertThat(said(whole.getParameter("total"))).isEqualTo(String.valueOf(courses.size()));

        List<String> paged = new ArrayList<>();
        for (int offset = 0; offset < courses.size(); offset++) {
            paged.addAll(references(answer("Procedure/$caseload?asOf=2026-06-10&_count=1&_offset=" + offset)));
        }
        assertThat(paged).isEqualTo(courses);
        assertThat(new HashSet<>(references(answer("Procedure/$caseload?asOf=2026-06-10&status=in-progress"))))
                .isSubsetOf(courses);
    }

    @Test
    void showsAClinicItsOwnCoursesOnly() {
        List<String> own = references(answer("Procedure/$caseload?asOf=2026-06-10&organization=marta-clinic"));
        assertThat(own).containsExactly("Procedure/marta-course");
        assertThat(references(answer("Procedure/$caseload?asOf=2026-06-10&organization=nobodys")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Procedure/$caseload?_count=0, 400, _count",
        "Procedure/$caseload?_count=1000, 400, _count",
        "Procedure/$caseload?_count=x, 400, _count",
        "Procedure/$caseload?_offset=-1, 400, _offset",
        "Procedure/$caseload?status=nope, 422, in-progress",
        "Procedure/$caseload?asOf=soon, 400, soon",
        "CarePlan/nobodys/$progress, 404, CarePlan/nobodys",
        "Patient/nobody/$timeline, 404, Patient/nobody",
        "Patient/marta/$timeline?policy=nope, 422, ctmss",
        "Patient/marta/$timeline?scale=nope, 422, phq9",
    })
    void saysWhyItCannotAnswer(String question, int status, String reason) {
        Answer answer = http.get(question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(reason);
    }

    /** A day, a month or a year begins with its first second. */
    private static String firstInstant(String start) {
        return (start + "0000-01-01T00:00:00".substring(Math.min(19, start.length()))).substring(0, 19);
    }

    private static List<String> references(Parameters answer) {
        return answer.getParameters("course").stream()
                .map(ParametersParameterComponent.class::cast)
                .map(course -> course.getPart().stream()
                        .filter(part -> part.getName().equals("reference"))
                        .map(part -> ((Reference) part.getValue()).getReference())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private Parameters answer(String question) {
        Answer answer = http.get(question);
        assertThat(answer.status()).as(question + answer.text()).isEqualTo(200);
        return answer.as(Parameters.class);
    }

    private static String said(ParametersParameterComponent parameter) {
        return parameter.getValue().primitiveValue();
    }

    private static String said(ParametersParameterComponent parent, String part) {
        return parent.getPart().stream()
                .filter(each -> each.getName().equals(part))
                .map(each -> each.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
