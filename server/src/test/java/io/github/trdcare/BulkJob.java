package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.UriType;

/** A client that takes and gives in bulk, as the specification of Bulk Data has it. */
final class BulkJob {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] ASYNC = {"Prefer", "respond-async"};

    private final FhirHttp http;
    private final String status;

    private BulkJob(FhirHttp http, Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        this.http = http;
        this.status = answer.header("Content-Location");
    }

    private BulkJob(FhirHttp http, String status) {
        this.http = http;
        this.status = status;
    }

    static BulkJob export(FhirHttp http, String path) {
        return new BulkJob(http, http.get(path, ASYNC));
    }

    static BulkJob take(FhirHttp http, Parameters manifest) {
        return new BulkJob(http, http.post("$import", manifest, ASYNC));
    }

    static Parameters manifest(String... typesAndUrls) {
        Parameters manifest = new Parameters();
        manifest.addParameter("inputFormat", new CodeType("application/fhir+ndjson"));
        manifest.addParameter("inputSource", new UriType("https://ehr.example.org/fhir"));
        for (int i = 0; i < typesAndUrls.length; i += 2) {
            Parameters.ParametersParameterComponent input =
                    manifest.addParameter().setName("input");
            input.addPart().setName("type").setValue(new CodeType(typesAndUrls[i]));
            input.addPart().setName("url").setValue(new UriType(typesAndUrls[i + 1]));
        }
        return manifest;
    }

    /** The same job, asked of the server that runs now. */
    BulkJob at(FhirHttp other) {
        return new BulkJob(other, status.replaceFirst("^.*/fhir/", ""));
    }

    String status() {
        return status;
    }

    Answer look() {
        return http.get(status);
    }

    JsonNode await() {
        Instant end = Instant.now().plus(Duration.ofMinutes(10));
        Answer answer = look();
        while (answer.status() == 202 && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            answer = look();
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return json(answer.text());
    }

    /** References of all resources in the files of a manifest, as often as they stand there. */
    List<String> references(JsonNode manifest) {
        return resources(manifest).stream()
                .map(resource -> resource.get("resourceType").asText() + "/"
                        + resource.get("id").asText())
                .toList();
    }

    List<JsonNode> resources(JsonNode manifest) {
        return lines(manifest, "output");
    }

    List<JsonNode> lines(JsonNode manifest, String part) {
        List<JsonNode> lines = new ArrayList<>();
        for (JsonNode file : manifest.get(part)) {
            Answer answer = http.get(file.get("url").asText(), "Accept", "application/fhir+ndjson");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/fhir+ndjson");
            List<JsonNode> own = answer.text().lines().map(BulkJob::json).toList();
            assertThat(own).hasSize(file.get("count").asInt());
            lines.addAll(own);
        }
        return lines;
    }

    /** How much of each type a manifest lists. */
    static Map<String, Integer> counts(JsonNode manifest) {
        return StreamSupport.stream(manifest.get("output").spliterator(), false)
                .collect(Collectors.toMap(
                        file -> file.get("type").asText(),
                        file -> file.get("count").asInt(),
                        Integer::sum));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(text, unreadable);
        }
    }
}
