package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A valid example with one thing wrong is refused for that one thing. */
class BrokenExamplesTest {

    private static final Path TABLE = Path.of("src/test/resources/broken-examples.psv");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/broken-examples.psv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void brokenExampleIsRefusedForThatReasonAlone(String example, String reason, String error, String edits)
            throws JsonProcessingException {
        String broken =
                new Edits(edits).appliedTo(Compiled.named(example).json()).toString();
        assertThat(GuideValidator.INSTANCE.errors(broken)).isNotEmpty().allSatisfy(found -> assertThat(found)
                .contains(error));
    }

    @Test
    void everyExampleIsBrokenInSomeWay() throws IOException {
        Set<String> broken = new HashSet<>();
        for (String line : Files.readAllLines(TABLE)) {
            broken.add(line.substring(0, line.indexOf(' ')));
        }
        assertThat(broken)
                .containsAll(Compiled.examples().stream().map(Compiled::name).toList());
    }
}
