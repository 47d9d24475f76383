package io.github.trdcare;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"Darrel772", "Mackenzie361", "Frank378"})
    void takesAnEhrExportUnmodifiedAndFindsAllOfIt(String name) throws IOException {
        // Conditional creates: only the first time makes anything.
        post("hospitals");
        post("practitioners");
        Bundle sent = sent(name);
        Bundle stored = post(name);
        List<String> ids = stored.getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/.*", ""))
                .toList();
        String patient =
                ids.stream().filter(id -> id.startsWith("Patient/")).findFirst().orElseThrow();

        Map<String, Long> perType = sent.getEntry().stream()
                .collect(groupingBy(entry -> entry.getResource().fhirType(), counting()));
        assertThat(perType).containsKeys("Patient", "Encounter", "Condition");
        perType.forEach((type, count) ->
                assertThat(count(query(type, patient))).as(type).isEqualTo(count.intValue()));

        List<String> everything = everything(patient);
        assertThat(everything).doesNotHaveDuplicates();
        assertThat(everything).containsAll(ids);
    }

    private static String query(String type, String patient) {
        return switch (type) {
            case "Patient" -> "Patient?_id=" + patient;
            case "Provenance" -> "Provenance?target=" + patient;
            // It names no patient; whatever prescribes it does.
            case "Medication" -> "Medication?_has:MedicationRequest:medication:patient=" + patient;
            default -> type + "?patient=" + patient;
        };
    }

    /** All pages, as a client that follows the links sees them. */
    private List<String> everything(String patient) {
        List<String> seen = new ArrayList<>();
        Bundle page = http.get(patient + "/$everything?_count=100").bundle();
        while (true) {
            page.getEntry()
                    .forEach(entry -> seen.add(entry.getResource()
                            .getIdElement()
                            .toUnqualifiedVersionless()
                            .getValue()));
            if (page.getLink("next") == null) {
                return seen;
            }
            page = http.get(page.getLink("next").getUrl()).bundle();
        }
    }

    private int count(String query) {
        return http.get(query + "&_summary=count").bundle().getTotal();
    }

    private Bundle post(String name) throws IOException {
        Answer answer = http.post("", json(name));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bundle();
    }

    private static Bundle sent(String name) throws IOException {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json(name));
    }

    private static String json(String name) throws IOException {
        try (InputStream file =
                new GZIPInputStream(SyntheaIT.class.getResourceAsStream("/synthea/" + name + ".json.gz"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
