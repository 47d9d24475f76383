package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every profile has an example, and every example keeps its profile. */
class ExamplesTest {

    static List<Compiled> examples() {
        return Compiled.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleIsValid(Compiled example) {
        assertThat(GuideValidator.INSTANCE.errors(example.json().toString())).isEmpty();
    }

    @Test
    void everyProfileHasAnExample() {
        Set<String> shown = Compiled.examples().stream()
                .map(file -> file.json().at("/meta/profile/0").asText())
                .collect(Collectors.toSet());
        assertThat(profiles()).isSubsetOf(shown);
    }

    private static List<String> profiles() {
        return Compiled.definitions().stream()
                .map(Compiled::json)
                .filter(json -> json.at("/resourceType").asText().equals("StructureDefinition"))
                .filter(json -> !json.at("/type").asText().equals("Extension"))
                .map(json -> json.at("/url").asText())
                .toList();
    }
}
