package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every resource that has a counterpart in US Core 6.1.0 is valid against the official package. */
class UsCoreTest {

    private static final Path PROFILE_EXAMPLES = Path.of("../profiles/fsh-generated/resources");
    private static final StoryValidator VALIDATOR =
            new StoryValidator("trdcare.fhir.tgz", "us-core/hl7.fhir.us.core-6.1.0.tgz");

    static List<StoryFile> files() {
        return Stories.files();
    }

    static List<Resource> profileExamples() throws IOException {
        try (Stream<Path> paths = Files.list(PROFILE_EXAMPLES)) {
            return paths.filter(path -> path.toString().endsWith("-example.json"))
                    .sorted()
                    .map(UsCoreTest::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void storyKeepsUsCore(StoryFile file) {
        assertThat(file.resources().flatMap(UsCoreTest::errors)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("profileExamples")
    void exampleOfAProfileKeepsUsCore(Resource example) {
        assertThat(errors(example)).isEmpty();
    }

    /** Without this a package that failed to load would make everything valid. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient",
                "Practitioner",
                "Organization",
                "Location",
                "RelatedPerson",
                "Encounter",
                "Condition",
                "Procedure",
                "MedicationRequest",
                "CarePlan",
                "CareTeam",
                "Goal",
                "ServiceRequest",
                "QuestionnaireResponse",
                "Provenance",
                "AllergyIntolerance",
                "Coverage"
            })
    void emptyResourceBreaksUsCore(String type) {
        Resource empty =
                (Resource) FhirContext.forR4Cached().getResourceDefinition(type).newInstance();
        assertThat(errors(empty)).anyMatch(error -> error.contains("StructureDefinition/us-core-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"survey", "laboratory", "vital-signs"})
    void emptyObservationBreaksUsCore(String category) {
        Observation empty = new Observation();
        empty.addCategory().addCoding().setCode(category);
        assertThat(errors(empty)).anyMatch(error -> error.contains("StructureDefinition/us-core-"));
    }

    private static Stream<String> errors(Resource resource) {
        return UsCore.counterpart(resource).stream().flatMap(profile -> VALIDATOR.errors(resource, profile));
    }

    private static Resource read(Path path) {
        try {
            return (Resource) FhirContext.forR4Cached().newJsonParser().parseResource(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
