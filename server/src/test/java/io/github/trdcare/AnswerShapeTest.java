package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.door.Parts;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.eligibility.rest.EligibilityParts;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.rest.ResistanceParts;
import io.github.trdcare.stimulation.Courses;
import io.github.trdcare.stimulation.rest.CourseParts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every story's answers have the shape that their OperationDefinition declares. */
class AnswerShapeTest {
    private static final Courses COURSES = new Courses(PatientText.KNOWLEDGE);
    private static final Resistance RESISTANCE = new Resistance(PatientText.KNOWLEDGE);
    private static final Eligibility ELIGIBILITY = new Eligibility(PatientText.KNOWLEDGE);

    static List<String> stories() {
        return StoryRecord.names();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isKeptByEveryStory(String story) {
        List<Resource> record = StoryRecord.of(story);
        for (String asOf : List.of("2025-06-01", "2026-04-07", "2027-01-01")) {
            Chart chart = PatientText.chartOf(record, asOf);
            AdequacyPolicy consensus =
                    AdequacyPolicy.read(PatientText.KNOWLEDGE).get("consensus");
            keeps(
                    "treatment-resistance",
                    answer -> ResistanceParts.write(answer, RESISTANCE.of(chart, consensus, Optional.empty())));
            for (String policy : List.of("ctmss", "psy301-015")) {
                CoveragePolicy asked =
                        CoveragePolicy.read(PatientText.KNOWLEDGE).get(policy);
                keeps(
                        "tms-eligibility",
                        answer -> EligibilityParts.write(answer, ELIGIBILITY.of(chart, asked, Optional.empty())));
            }
            chart.all(Procedure.class).stream()
                    .filter(Courses::isCourse)
                    .forEach(course -> keeps(
                            "course-summary",
                            answer -> CourseParts.write(answer, COURSES.of(course, chart, Set.of()))));
        }
    }

    @Test
    void isBrokenByAPartThatIsNotDeclaredMissingTwiceOrOfAnotherType() {
        Parameters answer = new Parameters();
        answer.addParameter().setName("overall").setValue(new CodeType("met"));
        answer.addParameter().setName("overall").setValue(new CodeType("met"));
        answer.addParameter().setName("surprise").setValue(new CodeType("x"));
        answer.addParameter().setName("criterion").addPart().setName("id").setValue(new StringType("x"));
        assertThatThrownBy(() -> AnswerShape.of("tms-eligibility").check(answer))
                .hasMessageContaining("surprise is not declared")
                .hasMessageContaining("overall stands 2 times, declared 1..1")
                .hasMessageContaining("policy stands 0 times, declared 1..1")
                .hasMessageContaining("criterion.id is string, declared code")
                .hasMessageContaining("criterion.status stands 0 times");
    }

    private static void keeps(String operation, Consumer<Parts> writing) {
        Parameters answer = new Parameters();
        writing.accept(Parts.of(answer));
        AnswerShape.of(operation).check(answer);
    }
}
