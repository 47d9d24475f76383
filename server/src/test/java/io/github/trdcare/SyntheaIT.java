package io.github.trdcare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An EHR's export goes in as it is: bundles of synthetic patients, as Synthea 3.3.0 wrote them. */
@ServerTest
@Tag("storage")
class SyntheaIT {
    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void takesAnEhrExportUnmodifiedAndFindsAllOfIt() throws IOException {
        post("hospitals");
        post("practitioners");
        String export = post("Darrel772");

        Bundle sent = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, export);
        Map<String, Long> perType = sent.getEntry().stream()
                .collect(groupingBy(entry -> entry.getResource().fhirType(), counting()));
        String patient = http.get("Patient?given=Darrel772")
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdPart();
        assertThat(perType).containsKeys("Patient", "Encounter", "Condition");
        perType.forEach((type, count) -> {
            String query =
                    switch (type) {
                        case "Patient" -> "Patient?_id=" + patient;
                        case "Provenance" -> "Provenance?target=Patient/" + patient;
                        default -> type + "?patient=" + patient;
                    };
            assertThat(http.get(query + "&_summary=count").bundle().getTotal())
                    .as(query)
                    .isEqualTo(count.intValue());
        });
    }

    private String post(String name) throws IOException {
        try (InputStream file = new GZIPInputStream(getClass().getResourceAsStream("/synthea/" + name + ".json.gz"))) {
            String json = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            Answer answer = http.post("", json);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            return json;
        }
    }
}
