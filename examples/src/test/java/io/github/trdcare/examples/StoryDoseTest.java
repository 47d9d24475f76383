package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions obey the dose arithmetic, and a course ends with the sums of its sessions. */
class StoryDoseTest {

    static List<Story> stories() {
        return Stories.all();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void pulsesFollowFromTrains(Story story) {
        assertThat(sessions(story)).flatMap(StoryDoseTest::blocks).allSatisfy(block -> {
            assertThat(block.pulsesPerTrain()).isEqualTo(block.expectedPulsesPerTrain());
            int uninterrupted = block.trains() * block.pulsesPerTrain();
            assertThat(block.pulsesTotal()).isBetween(block.interrupted() ? 0 : uninterrupted, uninterrupted);
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void stimulationFitsItsTrainsAndItsSession(Story story) {
        assertThat(sessions(story))
                .allSatisfy(session -> assertThat(blocks(session)).allSatisfy(block -> {
                    assertThat(block.stimulationSeconds())
                            .isBetween(block.shortestSeconds(), block.longestSeconds())
                            .isLessThanOrEqualTo(seconds(session.getPerformedPeriod()));
                }));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void outputFollowsTheThresholdInForce(Story story) {
        Map<String, Observation> thresholds = thresholds(story);
        assertThat(sessions(story))
                .allSatisfy(session -> assertThat(blocks(session)).allSatisfy(block -> {
                    Observation inForce = inForce(thresholds, session);
                    assertThat(block.threshold()).isEqualTo(address(inForce));
                    assertThat(block.outputPercent())
                            .isCloseTo(
                                    block.outputPercent(
                                            inForce.getValueQuantity().getValue()),
                                    Offset.offset(BigDecimal.ONE))
                            .isLessThanOrEqualTo(BigDecimal.valueOf(100));
                }));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void sessionNumbersAreUniqueInTheirCourse(Story story) {
        assertThat(sessions(story))
                .extracting(session -> course(session) + "#" + number(session, "session-number"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void endedCoursesCarryTheSumsOfTheirSessions(Story story) {
        Map<String, List<Procedure>> sessions =
                sessions(story).stream().collect(Collectors.groupingBy(StoryDoseTest::course));
        assertThat(endedCourses(story)).allSatisfy(course -> {
            List<Procedure> own = sessions.get(address(course));
            int pulses = own.stream()
                    .flatMap(session -> blocks(session).stream())
                    .mapToInt(DeliveredBlock::pulsesTotal)
                    .sum();
            assertThat(number(course, "sessions-delivered")).isEqualTo(own.size());
            assertThat(number(course, "pulses-delivered-total")).isEqualTo(pulses);
        });
    }

    private static List<Procedure> sessions(Story story) {
        return story.all(Procedure.class).stream()
                .filter(procedure -> Stories.claims(procedure, "tms-session"))
                .filter(procedure -> !blocks(procedure).isEmpty())
                .toList();
    }

    private static List<Procedure> endedCourses(Story story) {
        return story.all(Procedure.class).stream()
                .filter(procedure -> Stories.claims(procedure, "tms-course"))
                .filter(course -> course.hasExtension(Stories.extension("pulses-delivered-total")))
                .toList();
    }

    private static List<DeliveredBlock> blocks(Procedure session) {
        return session.getExtensionsByUrl(Stories.extension("tms-delivered")).stream()
                .map(DeliveredBlock::new)
                .toList();
    }

    private static Map<String, Observation> thresholds(Story story) {
        return story.all(Observation.class).stream()
                .filter(observation -> Stories.claims(observation, "tms-motor-threshold"))
                .collect(Collectors.toMap(StoryDoseTest::address, observation -> observation));
    }

    private static Observation inForce(Map<String, Observation> thresholds, Procedure session) {
        return thresholds.values().stream()
                .filter(threshold ->
                        !effective(threshold).after(session.getPerformedPeriod().getStart()))
                .max(Comparator.comparing(StoryDoseTest::effective))
                .orElseThrow();
    }

    private static Date effective(Observation threshold) {
        return threshold.getEffectiveDateTimeType().getValue();
    }

    private static BigDecimal seconds(Period period) {
        return BigDecimal.valueOf(
                Duration.between(period.getStart().toInstant(), period.getEnd().toInstant())
                        .toSeconds());
    }

    private static int number(Procedure procedure, String extension) {
        PrimitiveType<?> value = (PrimitiveType<?>)
                procedure.getExtensionByUrl(Stories.extension(extension)).getValue();
        return Integer.parseInt(value.getValueAsString());
    }

    private static String course(Procedure session) {
        return session.getPartOfFirstRep().getReference();
    }

    private static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdPart();
    }
}
