package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Patient;
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
        "marta, episode trial course session score goal plan",
        "viktor, course ect session",
        "ingrid, psychotherapy session trial",
        "samuel, implant ect",
        "keiko, implant",
        "nadia, alert",
        "owen, course alert adverse-event",
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
                        .map(part -> ((org.hl7.fhir.r4.model.Reference) part.getValue()).getReference())
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
