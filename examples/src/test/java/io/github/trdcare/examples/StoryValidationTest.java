package io.github.trdcare.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource of every story is valid FHIR R4 and keeps the profiles it claims. */
class StoryValidationTest {

    private static final StoryValidator VALIDATOR = new StoryValidator();

    static List<StoryFile> files() {
        return Stories.files();
    }

    @Test
    void thereIsAtLeastOneStory() {
        assertThat(Stories.all()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyResourceIsValidWithoutErrors(StoryFile file) {
        assertThat(file.resources().flatMap(VALIDATOR::errors)).isEmpty();
    }
}
