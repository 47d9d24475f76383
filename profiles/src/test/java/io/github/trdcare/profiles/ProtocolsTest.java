package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The protocols that can be instantiated, and the arithmetic of the blocks that they order. */
class ProtocolsTest {

    private static final String PRESCRIPTION = "https://trd-care.github.io/fhir/StructureDefinition/tms-prescription";

    static Stream<Map<String, Double>> blocks() {
        return Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("ActivityDefinition-"))
                .flatMap(file -> stream(file.json().path("extension")))
                .filter(extension -> extension.path("url").asText().equals(PRESCRIPTION))
                .map(ProtocolsTest::numbers);
    }

    /** A block of which only the total is published has no trains. */
    static Stream<Map<String, Double>> blocksOfTrains() {
        return blocks().filter(block -> block.containsKey("trains"));
    }

    @Test
    void shippedProtocolsAreThoseOfTheWireContract() {
        List<String> ids = Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("PlanDefinition-"))
                .map(file -> file.json().path("id").asText())
                .toList();
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "tms-10hz-left",
                        "tms-10hz-left-short",
                        "tms-itbs-left",
                        "tms-deep-h1",
                        "tms-saint",
                        "tms-1hz-right",
                        "tms-sequential-bilateral",
                        "tms-maintenance",
                        "esketamine-induction",
                        "ect-course",
                        "cbt-course",
                        "ipt-course",
                        "lifestyle-programme",
                        "trd-pathway");
    }

    @ParameterizedTest
    @MethodSource("blocksOfTrains")
    void totalIsTrainsTimesPulsesOfATrain(Map<String, Double> block) {
        assertThat(block.get("pulsesTotal")).isEqualTo(block.get("trains") * block.get("pulsesPerTrain"));
    }

    @ParameterizedTest
    @MethodSource("blocksOfTrains")
    void pulsesOfATrainFollowFromItsRateAndDuration(Map<String, Double> block) {
        double rate = block.containsKey("pulsesPerBurst")
                ? block.get("pulsesPerBurst") * block.get("burstRateHz")
                : block.get("pulseRateHz");
        assertThat(block.get("pulsesPerTrain")).isEqualTo(rate * block.get("trainDurationS"));
    }

    private static Map<String, Double> numbers(JsonNode block) {
        Map<String, Double> numbers = new TreeMap<>();
        stream(block.path("extension"))
                .forEach(part -> part.forEach(value -> {
                    if (value.isNumber()) {
                        numbers.put(part.path("url").asText(), value.asDouble());
                    }
                }));
        return numbers;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }
}
