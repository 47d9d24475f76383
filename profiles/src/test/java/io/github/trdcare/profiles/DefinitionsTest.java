package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide defines beside its profiles is valid itself, and names itself by one scheme. */
class DefinitionsTest {

    private static final String BASE = "https://trd-care.github.io/fhir/";

    static List<Compiled> definitions() {
        return Compiled.definitions();
    }

    /** Structure definitions are judged by the snapshots that come out of them and by their examples. */
    static List<Compiled> otherThanStructures() {
        return definitions().stream()
                .filter(file -> !type(file).equals("StructureDefinition"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("otherThanStructures")
    void definitionIsValid(Compiled definition) {
        assertThat(GuideValidator.INSTANCE.errors(definition.json().toString())).isEmpty();
    }

    @Test
    void everyUrlIsBaseTypeAndId() {
        assertThat(definitions()).allSatisfy(file -> assertThat(
                        file.json().path("url").asText())
                .isEqualTo(BASE + type(file) + "/" + file.json().path("id").asText()));
    }

    @Test
    void everyDefinitionSaysWhatItIs() {
        assertThat(definitions())
                .allSatisfy(file ->
                        assertThat(file.json().path("description").asText()).isNotBlank());
    }

    private static String type(Compiled file) {
        return file.json().path("resourceType").asText();
    }
}
