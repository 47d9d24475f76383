package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A valid example with one thing wrong is refused for that one thing. */
class BrokenExamplesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/broken-examples.psv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void brokenExampleIsRefusedForThatReasonAlone(String example, String reason, String error, String edits)
            throws JsonProcessingException {
        String broken =
                new Edits(edits).appliedTo(Compiled.named(example).json()).toString();
        assertThat(GuideValidator.INSTANCE.errors(broken)).isNotEmpty().allSatisfy(found -> assertThat(found)
                .contains(error));
    }
}
