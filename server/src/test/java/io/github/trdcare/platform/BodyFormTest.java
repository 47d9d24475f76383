package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is measured and judged before it is parsed. */
class BodyFormTest {
    private static final int LIMIT = 10;

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void refusesJsonAboveTheLimit(int depth, boolean refused) {
        check("[".repeat(depth) + "]".repeat(depth), "application/fhir+json", refused);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true"})
    void refusesXmlAboveTheLimit(int depth, boolean refused) {
        check(
                "<a xmlns=\"http://hl7.org/fhir\">" + "<a>".repeat(depth - 1) + "</a>".repeat(depth),
                "application/fhir+xml",
                refused);
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\":\"\\ud83d\\ude00 \\t\\n\\r\"} | ",
                "{\"a\":\"\\ud83d\"} | /a",
                "{\"a\":[\"\\u001f\"]} | /a/0",
                "{\"a\":{\"b\":1},\"b\":1} | ",
                "{\"a\":1,\"a\":1} | Duplicate field 'a'",
                "<a xmlns=\"http://hl7.org/fhir\"/> | ",
                "<a/> | http://hl7.org/fhir",
                "<!DOCTYPE a><a/> | DOCTYPE"
            })
    void namesWhatItRefuses(String body, String says) {
        String type = body.startsWith("<") ? "application/fhir+xml" : "application/fhir+json";
        if (says == null) {
            assertThatCode(() -> BodyForm.check(bytes(body), type, LIMIT)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> BodyForm.check(bytes(body), type, LIMIT)).hasMessageContaining(says);
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] latin1 = "{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> BodyForm.check(latin1, "application/fhir+json", LIMIT))
                .hasMessageContaining("byte 6");
    }

    private static void check(String body, String contentType, boolean refused) {
        if (refused) {
            assertThatThrownBy(() -> BodyForm.check(bytes(body), contentType, LIMIT))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("trd.limits.depth");
        } else {
            assertThatCode(() -> BodyForm.check(bytes(body), contentType, LIMIT))
                    .doesNotThrowAnyException();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
