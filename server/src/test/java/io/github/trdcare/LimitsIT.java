package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every limit refuses just above itself, and names itself. */
@ServerTest
class LimitsIT {
    private static final int BODY = 6 * 1024 * 1024;

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void servesTheLargestPageAndRefusesALargerOne() {
        assertThat(http.get("Patient?_count=1000").status()).isEqualTo(200);
        Answer refused = http.get("Patient?_count=1001");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).contains("1000", "trd.limits.page-size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "99999999999"})
    void refusesACountThatIsNoNumber(String count) {
        assertThat(http.get("Patient?_count=" + count).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BATCH", "TRANSACTION"})
    void refusesABundleOfMoreEntriesThanTheLimit(BundleType type) {
        Bundle bundle = new Bundle().setType(type);
        for (int i = 0; i <= 2000; i++) {
            bundle.addEntry()
                    .setResource(new Patient())
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Patient");
        }
        Answer refused = http.post("", bundle);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.outcome()).contains("2001", "2000", "trd.limits.bundle-entries");
    }

    @Test
    void refusesABodyLargerThanTheLimit() {
        Answer refused = http.post("Patient", "x".repeat(BODY + 1));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.outcome()).contains(String.valueOf(BODY), "trd.limits.body");
        Answer xml = http.post("Patient", "x".repeat(BODY + 1), "Accept", "application/fhir+xml");
        assertThat(xml.header("Content-Type")).startsWith("application/fhir+xml");
        assertThat(xml.outcome()).contains("trd.limits.body");
    }

    @Test
    void opensAGzippedBodyAndMeasuresWhatComesOut() throws IOException {
        String patient = "{\"resourceType\":\"Patient\",\"active\":true}";
        assertThat(http.post("Patient", gzip(patient), "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(201);
        Answer bomb = http.post("Patient", gzip(" ".repeat(BODY + 1)), "Content-Encoding", "gzip");
        assertThat(bomb.status()).isEqualTo(413);
        Answer broken = http.post("Patient", patient, "Content-Encoding", "gzip");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.outcome()).contains("gzip");
    }

    @Test
    void refusesABodyNestedDeeperThanTheLimit() {
        String deep = "{\"resourceType\":\"Basic\",\"extension\":" + "[{\"extension\":".repeat(40) + "[]"
                + "}]".repeat(40) + "}";
        Answer refused = http.post("Basic", deep);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).contains("64", "trd.limits.depth");
        String xml = "<Basic xmlns=\"http://hl7.org/fhir\">" + "<extension>".repeat(70) + "</extension>".repeat(70)
                + "</Basic>";
        assertThat(http.post("Basic", xml, "Content-Type", "application/fhir+xml")
                        .outcome())
                .contains("trd.limits.depth");
    }

    @Test
    void refusesADocumentTypeInXml() {
        String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + "<Patient xmlns=\"http://hl7.org/fhir\"><name><family value=\"&e;\"/></name></Patient>";
        Answer refused = http.post("Patient", xml, "Content-Type", "application/fhir+xml");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.outcome()).contains("DOCTYPE");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
