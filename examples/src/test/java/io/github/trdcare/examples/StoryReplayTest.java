package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of a story can be posted in their order, and posted again without changing anything. */
class StoryReplayTest {

    static List<Story> stories() {
        return Stories.all();
    }

    static List<StoryFile> files() {
        return Stories.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsATransactionOfPuts(StoryFile file) {
        assertThat(file.bundle().getType()).isEqualTo(BundleType.TRANSACTION);
        assertThat(file.bundle().getEntry()).isNotEmpty().allSatisfy(StoryReplayTest::isPutToItsOwnAddress);
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyResourceStandsInOneFileOnly(Story story) {
        List<String> addresses =
                story.files().stream().flatMap(StoryReplayTest::addresses).toList();
        assertThat(addresses).doesNotHaveDuplicates();
    }

    @Test
    void noAddressIsUsedByTwoStories() {
        assertThat(files().stream().flatMap(StoryReplayTest::addresses).toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyIdBeginsWithThePatients(Story story) {
        String patient = story.all(Patient.class).get(0).getIdPart();
        assertThat(story.resources().map(Resource::getIdPart))
                .allMatch(id -> id.equals(patient) || id.startsWith(patient + "-"));
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyReferencePointsToTheSameOrAnEarlierFile(Story story) {
        Set<String> known = new HashSet<>();
        for (StoryFile file : story.files()) {
            addresses(file).forEach(known::add);
            assertThat(references(file)).as(file.name()).isSubsetOf(known);
        }
    }

    private static void isPutToItsOwnAddress(BundleEntryComponent entry) {
        String address = address(entry);
        assertThat(entry.getRequest().getMethod()).isEqualTo(HTTPVerb.PUT);
        assertThat(entry.getRequest().getUrl()).isEqualTo(address);
        assertThat(entry.getFullUrl()).isEqualTo(Stories.BASE + "/" + address);
    }

    private static Stream<String> addresses(StoryFile file) {
        return file.bundle().getEntry().stream().map(StoryReplayTest::address);
    }

    private static String address(BundleEntryComponent entry) {
        return entry.getResource().fhirType() + "/" + entry.getResource().getIdPart();
    }

    private static List<String> references(StoryFile file) {
        return file.json().findValues("reference").stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }
}
