package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A library's message keeps its sense and loses its insides. */
class PublicMessageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "HAPI-0450: Failed. Error was: HAPI-1821: bad value | Failed. Error was: bad value",
                "Invalid value \"1.5\": java.lang.NumberFormatException: For input string | Invalid value \"1.5\": For input string",
                "Unexpected end at [Source: REDACTED (`A.B` disabled); line: 1, column: 5] | Unexpected end at [line: 1, column: 5]",
                "DataFormatException at [[row,col {unknown-source}]: [1,38]]: Unknown element 'x' | [line: 1, column: 38]: Unknown element 'x'",
                "Could not resolve type id 'paint' as a subtype of `com.github.A`: known | Could not resolve type id 'paint': known",
                "HAPI-0362: Request has parameter count of type StringType but method expects type IntegerType | The parameter count is of type String; right would be Integer",
                "Profile http://hl7.org/fhir/StructureDefinition/Patient is held | Profile http://hl7.org/fhir/StructureDefinition/Patient is held"
            })
    void losesTheInsides(String written, String told) {
        assertThat(PublicMessage.of(written)).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Resource Patient/1 not found, specified in path: Observation.subject | Observation.subject",
                "Invalid reference found at path 'Observation.subject'. | Observation.subject",
                "[element=\"birthDate\"] Invalid attribute value | birthDate",
                "Request has parameter count of type StringType but method expects type Reference | Parameters.parameter.where(name = 'count')",
                "Nothing to point at | "
            })
    void namesThePlaceThatTheMessageNames(String written, String place) {
        assertThat(PublicMessage.place(written).orElse(null)).isEqualTo(place);
    }
}
