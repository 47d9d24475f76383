package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.careplan.Caseload;
import io.github.trdcare.careplan.PlanProgress;
import io.github.trdcare.careplan.Timeline;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.KetamineDoses;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.stimulation.Courses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;

/** What the patient's and the clinic's page say of any part of a story, however its records come. */
class CareRoomsOrderTest {
    private static final String AS_OF = "2026-11-24";
    private static final Resistance RESISTANCE = new Resistance(PatientText.KNOWLEDGE);
    private static final AdequacyPolicy CONSENSUS =
            AdequacyPolicy.read(PatientText.KNOWLEDGE).get("consensus");
    private static final Assessment ASSESSMENT = new Assessment(PatientText.SCALES);
    private static final KetamineDoses KETAMINE = new KetamineDoses(PatientText.KNOWLEDGE);
    private static final PlanProgress PROGRESS = new PlanProgress(PatientText.KNOWLEDGE);
    private static final Caseload CASELOAD = new Caseload(PatientText.KNOWLEDGE);
    private static final Courses COURSES = new Courses(PatientText.KNOWLEDGE);
    private static final Eligibility ELIGIBILITY = new Eligibility(PatientText.KNOWLEDGE);
    private static final CoveragePolicy POLICY =
            CoveragePolicy.read(PatientText.KNOWLEDGE).get("psy301-015");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 40)
    void aShuffledRecordGivesTheSameAnswer(@ForAll("stories") String story, @ForAll long seed) {
        List<Resource> record = part(story, seed);
        List<Resource> shuffled = new ArrayList<>(record);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(answer(shuffled)).isEqualTo(answer(record));
    }

    @Property(tries = 40)
    void aRecordSentTwiceCountsOnce(@ForAll("stories") String story, @ForAll long seed) {
        List<Resource> twice = new ArrayList<>(part(story, seed));
        twice.addAll(part(story, seed));
        assertThat(answer(twice)).isEqualTo(answer(part(story, seed)));
    }

    @Property(tries = 40)
    void theSameInstantsInAnotherOffsetGiveTheSameAnswer(
            @ForAll("stories") String story, @ForAll("offsets") String offset, @ForAll long seed) {
        List<Resource> shifted = part(story, seed);
        shifted.forEach(resource -> shift(resource, TimeZone.getTimeZone("GMT" + offset)));
        assertThat(answer(shifted)).isEqualTo(answer(part(story, seed)));
    }

    @Property(tries = 60)
    void recordsWithHolesInThemGetAnAnswerToo(@ForAll("stories") String story, @ForAll long seed) {
        Random random = new Random(seed);
        List<Resource> sparse = StoryRecord.of(story).stream()
                .map(resource -> withHoles(resource, random))
                .toList();
        assertThatCode(() -> answer(sparse)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> stories() {
        return Arbitraries.of(StoryRecord.names());
    }

    @Provide
    Arbitrary<String> offsets() {
        return Arbitraries.of("-11:00", "-03:30", "+00:00", "+05:45", "+14:00");
    }

    /** Three of four records of a story. */
    private static List<Resource> part(String story, long seed) {
        Random random = new Random(seed);
        return StoryRecord.of(story).stream()
                .filter(resource -> random.nextInt(4) > 0)
                .toList();
    }

    private static void shift(Base element, TimeZone zone) {
        if (element instanceof BaseDateTimeType time && time.hasTime() && time.getTimeZone() != null) {
            time.setTimeZone(zone);
        }
        element.children().forEach(child -> child.getValues().forEach(value -> shift(value, zone)));
    }

    private static Resource withHoles(Resource resource, Random random) {
        try {
            JsonNode tree =
                    JSON.readTree(FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource));
            cut(tree, random);
            return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(tree.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void cut(JsonNode tree, Random random) {
        if (tree instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.stream()
                    .filter(name -> !Set.of("resourceType", "id", "url").contains(name) && random.nextInt(8) == 0)
                    .forEach(object::remove);
        }
        tree.forEach(each -> cut(each, random));
    }

    /** Every part of the answers, as text; what stands in them is told by references. */
    private static String answer(List<Resource> resources) {
        Chart chart = PatientText.chartOf(resources, AS_OF);
        var verdict = RESISTANCE.of(chart, CONSENSUS, Optional.empty());
        StringBuilder said = new StringBuilder();
        Timeline.of(chart, verdict, ASSESSMENT.series(chart), KETAMINE.of(chart))
                .forEach(event -> said.append(event.kind())
                        .append(event.start().first())
                        .append(event.title())
                        .append(event.status())
                        .append(event.reference())
                        .append('\n'));
        chart.all(CarePlan.class)
                .forEach(plan -> said.append(PROGRESS.of(plan, chart).overdue())
                        .append(PROGRESS.of(plan, chart).activities()));
        chart.all(Procedure.class).stream().filter(Courses::isCourse).forEach(course -> {
            var summary = COURSES.of(course, chart, Set.of());
            said.append(summary.sessions())
                    .append(summary.pulses())
                    .append(summary.thresholdDue())
                    .append(summary.projectedEnd())
                    .append(summary.conflict())
                    .append(CASELOAD.line(course, chart, Set.of()));
        });
        var eligibility = ELIGIBILITY.of(chart, POLICY, Optional.empty());
        return said.append(eligibility.criteria())
                .append(eligibility.contraindications())
                .append(eligibility.overall())
                .append(eligibility.packet())
                .toString();
    }
}
