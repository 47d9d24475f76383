package io.github.trdcare.structure;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FHIR says how each element is written in JSON. */
class JsonTypesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonTypes TYPES = new JsonTypes(FhirContext.forR4Cached());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'active':true | ",
                "'active':'true' | Patient.active",
                "'active':1 | Patient.active",
                "'active':[true] | Patient.active",
                "'_active':{'id':'a'} | ",
                "'multipleBirthInteger':2 | ",
                "'modifierExtension':[{'url':'a','valueBoolean':true}] | ",
                "'modifierExtension':[{'url':'a','valueBoolean':'true'}] | Patient.modifierExtension[0].valueBoolean",
                "'multipleBirthInteger':'2' | Patient.multipleBirthInteger",
                "'birthDate':'2000-01-01' | ",
                "'birthDate':2000 | Patient.birthDate",
                "'gender':true | Patient.gender",
                "'name':[{'given':['A',null],'_given':[null,{'id':'a'}]}] | ",
                "'name':{'family':'A'} | Patient.name",
                "'name':['A'] | Patient.name[0]",
                "'name':[{'family':7}] | Patient.name[0].family",
                "'name':[{'given':'A'}] | Patient.name[0].given",
                "'contained':[{'resourceType':'Basic','created':2000}] | Patient.contained[0].created",
                "'extension':[{'url':'http://a.org','valueBoolean':true}] | ",
                "'colour':7 | "
            })
    void namesThePlaceOfAWrongType(String elements, String place) throws IOException {
        String body = "{" + ("'resourceType':'Patient'," + elements).replace('\'', '"') + "}";
        assertThat(TYPES.findings(JSON.readTree(body)))
                .extracting(Finding::expression)
                .containsExactly(place == null ? new String[0] : new String[] {place});
    }

    @ParameterizedTest
    @ValueSource(strings = {"hospitals", "practitioners", "Darrel772"})
    void findsNothingInAnEhrExport(String name) throws IOException {
        try (InputStream file = new GZIPInputStream(getClass().getResourceAsStream("/synthea/" + name + ".json.gz"))) {
            assertThat(TYPES.findings(JSON.readTree(file))).isEmpty();
        }
    }
}
