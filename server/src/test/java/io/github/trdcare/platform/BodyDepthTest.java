package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is measured before it is parsed. */
class BodyDepthTest {
    private static final int LIMIT = 10;

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void refusesJsonAboveTheLimit(int depth, boolean refused) {
        check("[".repeat(depth) + "]".repeat(depth), "application/fhir+json", refused);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void refusesXmlAboveTheLimit(int depth, boolean refused) {
        check("<a>".repeat(depth) + "</a>".repeat(depth), "application/fhir+xml", refused);
    }

    @Test
    void countsBracketsInTextAsText() {
        check("{\"text\":\"" + "[".repeat(50) + "\"}", "application/json", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "nonsense", ""})
    void leavesABrokenBodyToItsParser(String body) {
        check(body, "application/fhir+json", false);
        check(body, "application/fhir+xml", false);
    }

    @Test
    void refusesABrokenBodyThatIsTooDeepBeforeItBreaks() {
        check("[".repeat(100_000), null, true);
    }

    private static void check(String body, String contentType, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> BodyDepth.check(bytes(body), contentType, LIMIT))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("trd.limits.depth");
        } else {
            assertThatCode(() -> BodyDepth.check(bytes(body), contentType, LIMIT))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
