package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a client gets wrong is refused in words that help it, tells nothing of our insides and stores nothing. */
@ServerTest
@Tag("storage")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
    @LocalServerPort
    private int port;

    private FhirHttp http;
    private int before;

    @BeforeAll
    void count() {
        http = new FhirHttp(port);
        Queues.awaitThatTheChangesAreDistributed(http);
        Queues.awaitEmpty(http, "registry");
        before = versions();
    }

    static Stream<BadInput> badInputs() {
        return BadInputs.all();
    }

    @ParameterizedTest
    @MethodSource("badInputs")
    void isRefusedWithItsReason(BadInput input) {
        Answer answer = http.send(input.method(), input.path(), input.body(), "Content-Type", input.contentType());
        assertThat(answer.status()).as(answer.text()).isEqualTo(input.status());
        assertThat(answer.as(OperationOutcome.class).getIssue()).isNotEmpty();
        assertThat(answer.outcome())
                .contains(input.says())
                .doesNotContain("HAPI-", "Exception", "java.", "com.", "ca.uhn", "SQL", "StreamReadFeature", "`");
    }

    @Test
    void aBadEntryOfABatchIsToldItsReasonToo() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        batch.addEntry()
                .setResource(new Observation().setStatus(ObservationStatus.FINAL))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Observation");
        BundleEntryResponseComponent refused =
                http.post("", batch).bundle().getEntryFirstRep().getResponse();
        assertThat(refused.getStatus()).startsWith("422");
        assertThat(((OperationOutcome) refused.getOutcome()).getIssueFirstRep().getDiagnostics())
                .contains("Observation.code")
                .doesNotContain("HAPI-");
    }

    @AfterAll
    void nothingIsStored() {
        assertThat(versions()).isEqualTo(before);
        assertThat(http.get("Patient/marta").header("ETag")).isEqualTo("W/\"1\"");
    }

    /** Every version of every resource. */
    private int versions() {
        return http.get("_history?_count=1").bundle().getTotal();
    }

    /** Java's own client would not send such an address. */
    @ParameterizedTest
    @ValueSource(strings = {"/fhir/Patient/%zz", "/fhir/Patient/..%2fx", "/fhir/Patient?name=<x>"})
    void anAddressThatCannotBeReadIsToldSo(String address) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("OperationOutcome", "percent-encoded")
                    .doesNotContain("<html", "Tomcat");
        }
    }
}
