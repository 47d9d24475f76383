package io.github.trdcare.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings of one match mean one thing. */
class MatchUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?identifier=urn:x|7",
                "Patient?identifier=urn%3Ax%7C7",
                "/Patient?identifier=urn%3ax%7c7&_format=json",
                "http://localhost/fhir/Patient?active=true&identifier=urn:x|7",
                "Patient?identifier=urn:x|7&active=true",
            })
    void oneIdentifierIsOneKey(String spelling) {
        assertThat(MatchUrl.of(spelling).keys()).containsExactly("Patient?identifier=urn:x|7");
        assertThat(MatchUrl.of(spelling).locks()).containsExactly("Patient?identifier=7");
    }

    @Test
    void aSystemWithSlashesAndAnEqualsSignInTheValueStayWhole() {
        assertThat(MatchUrl.of("Task?identifier=http%3A%2F%2Fa.example%2Fb|c%3D%3D")
                        .keys())
                .containsExactly("Task?identifier=http://a.example/b|c==");
        assertThat(MatchUrl.of("Task?identifier=http://a.example/b|c==").locks())
                .containsExactly("Task?identifier=c==");
    }

    @Test
    void anIdentifierWithoutItsSystemMayBeTheSame() {
        assertThat(MatchUrl.of("Patient?identifier=7").locks())
                .isEqualTo(MatchUrl.of("Patient?identifier=urn:x|7").locks());
    }

    @Test
    void eachOfSeveralIdentifiersCounts() {
        assertThat(MatchUrl.of("Patient?identifier=a|1,b|2&identifier=c|3").keys())
                .containsExactly("Patient?identifier=a|1", "Patient?identifier=b|2", "Patient?identifier=c|3");
    }

    @Test
    void anIdentifierIsReadAsItWasWritten() {
        Identifier odd = new Identifier().setSystem("urn:x?y=1&z").setValue("a,b|c$ d\\+%");
        assertThat(MatchUrl.of("Patient?" + MatchUrl.byIdentifier(odd)).keys())
                .containsExactly("Patient?identifier=urn:x?y=1&z|a,b|c$ d\\+%");
    }

    @Test
    void withoutAnIdentifierAllParametersCountInWhateverOrder() {
        assertThat(MatchUrl.of("Patient?name=A%20B&birthdate=1980").keys())
                .isEqualTo(MatchUrl.of("Patient?birthdate=1980&name=A+B").keys())
                .hasSize(1);
    }

    @Test
    void anEmptyOrBrokenMatchIsStillAName() {
        assertThat(MatchUrl.of("Patient?").keys()).containsExactly("Patient?");
        assertThat(MatchUrl.of("Patient?identifier=%zz").keys()).hasSize(1);
        assertThat(MatchUrl.of("Patient?identifier=urn:x|").keys()).containsExactly("Patient?identifier=urn:x|");
    }
}
