package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A system that sends HL7 v2 messages about a patient of its own. */
@ServerTest
@Tag("storage")
abstract class Hl7v2Sender {
    static final Path MESSAGES = Path.of("src/test/resources/hl7v2");
    static final String SYSTEM = "https://trd-care.github.io/fhir/hl7v2/LAKESIDE%7C";

    @LocalServerPort
    int port;

    FhirHttp http;
    String mrn;

    @BeforeEach
    void aNewPatient() {
        http = new FhirHttp(port);
        mrn = "M" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A message of the fixtures, about this test's patient and under a number of its own. */
    String message(String name) throws IOException {
        return Files.readString(MESSAGES.resolve(name + ".hl7"))
                .replace("10023", mrn)
                .replace("55-91", "R" + mrn)
                .replace("&2.16.840.1.113883.19.5&ISO", "")
                .replaceFirst("\\|(ADT|ORU|ORM|OMP|RDE|SIU|MDM)\\d{4}\\|", "|" + UUID.randomUUID() + "|")
                .replaceAll("\\b(P-1|F-1|F-2|P-2|T-500|M-9|A-1|B-1|D-1|D-0|V-771)\\b", "$1-" + mrn);
    }

    String sent(String message) {
        Answer answer = http.send(
                "POST", "/hl7v2", message.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/hl7-v2+er7");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    void taken(String message) {
        assertThat(sent(message)).contains("\rMSA|AA|");
    }

    <R extends Resource> List<R> found(Class<R> type, String query) {
        return http.get(type.getSimpleName() + "?" + query).bundle().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Patient patient() {
        return found(Patient.class, "identifier=" + SYSTEM + mrn).get(0);
    }

    int count(String search) {
        return http.get(search + "&_summary=count").bundle().getTotal();
    }

    String ofPatient() {
        return "Patient/" + patient().getIdElement().getIdPart();
    }
}
