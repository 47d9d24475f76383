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
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
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
        assertThat(sessions(story)).allSatisfy(session -> {
            assertThat(blocks(session))
                    .filteredOn(block -> !block.interrupted())
                    .allSatisfy(block -> assertThat(block.stimulationSeconds())
                            .isBetween(block.shortestSeconds(), block.longestSeconds()));
            BigDecimal stimulation = blocks(session).stream()
                    .map(DeliveredBlock::stimulationSeconds)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(stimulation).isLessThanOrEqualTo(seconds(session.getPerformedPeriod()));
        });
    }

    @ParameterizedTest
    @MethodSource("stories")
    void outputFollowsTheThresholdInForce(Story story) {
        Map<String, Observation> thresholds = thresholds(story);
        assertThat(sessions(story))
                .allSatisfy(session -> assertThat(blocks(session)).allSatisfy(block -> {
                    Observation inForce = inForce(thresholds, session, block);
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

    /** A course that came with totals alone, from another clinic, has no sessions to sum. */
    @ParameterizedTest
    @MethodSource("stories")
    void endedCoursesCarryTheSumsOfTheirSessions(Story story) {
        Map<String, List<Procedure>> sessions =
                sessions(story).stream().collect(Collectors.groupingBy(StoryDoseTest::course));
        List<Procedure> summed = endedCourses(story).stream()
                .filter(course -> sessions.containsKey(address(course)))
                .toList();
        assertThat(summed).allSatisfy(course -> {
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

    /** The latest of the same side, coil and kind at the start of the session; a block of both sides goes by the left. */
    private static Observation inForce(Map<String, Observation> thresholds, Procedure session, DeliveredBlock block) {
        String side = "bilateral".equals(block.laterality()) ? "left" : block.laterality();
        String kind = kind(thresholds.get(block.threshold()));
        return thresholds.values().stream()
                .filter(threshold ->
                        !effective(threshold).after(session.getPerformedPeriod().getStart()))
                .filter(threshold -> side.equals(side(threshold)) && kind.equals(kind(threshold)))
                .filter(threshold -> uses(session, coil(threshold)))
                .max(Comparator.comparing(StoryDoseTest::effective))
                .orElseThrow();
    }

    private static String side(Observation threshold) {
        CodeableConcept side = (CodeableConcept)
                threshold.getExtensionByUrl(Stories.extension("tms-hemisphere")).getValue();
        return side.getCodingFirstRep().getCode();
    }

    private static String kind(Observation threshold) {
        return threshold.getCode().getCodingFirstRep().getCode();
    }

    private static String coil(Observation threshold) {
        Reference coil = (Reference)
                threshold.getExtensionByUrl(Stories.extension("tms-coil")).getValue();
        return coil.getReference();
    }

    private static boolean uses(Procedure session, String device) {
        return session.getUsedReference().stream().anyMatch(used -> device.equals(used.getReference()));
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
