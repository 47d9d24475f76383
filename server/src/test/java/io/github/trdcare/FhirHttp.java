package io.github.trdcare;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;

/** Speaks plain HTTP to a server under test and parses what comes back. */
public final class FhirHttp {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final String root;

    public FhirHttp(int port) {
        this.root = "http://localhost:" + port;
    }

    /** An address below the FHIR base, or an absolute one. */
    public URI uri(String path) {
        return URI.create(path.startsWith("http") ? path : root + (path.startsWith("/") ? path : "/fhir/" + path));
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    public Answer post(String path, Resource resource, String... headers) {
        return post(path, R4.newJsonParser().encodeResourceToString(resource), headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send(withJson(path, headers).POST(BodyPublishers.ofString(body)));
    }

    public Answer post(String path, byte[] body, String... headers) {
        return send(withJson(path, headers).POST(BodyPublishers.ofByteArray(body)));
    }

    public Answer put(String path, Resource resource, String... headers) {
        return send(withJson(path, headers)
                .PUT(BodyPublishers.ofString(R4.newJsonParser().encodeResourceToString(resource))));
    }

    public Answer patch(String path, String body, String... headers) {
        return send(withJson(path, headers).method("PATCH", BodyPublishers.ofString(body)));
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public Answer options(String path, String... headers) {
        return send(request(path, headers).method("OPTIONS", BodyPublishers.noBody()));
    }

    /** Any method, any body. */
    public Answer send(String method, String path, byte[] body, String... headers) {
        return send(request(path, headers)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder withJson(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        request.setHeader("Content-Type", "application/fhir+json");
        return headed(request, headers);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        return headed(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2)), headers);
    }

    private static HttpRequest.Builder headed(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** What the server said. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** Enough of it to see what is wrong. */
        public String start() {
            return text().substring(0, Math.min(1000, text().length()));
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public <R extends Resource> R as(Class<R> type) {
            return text().stripLeading().startsWith("<")
                    ? R4.newXmlParser().parseResource(type, text())
                    : R4.newJsonParser().parseResource(type, text());
        }

        public Bundle bundle() {
            return as(Bundle.class);
        }

        /** All that the OperationOutcome says, in one line. */
        public String outcome() {
            StringBuilder said = new StringBuilder();
            as(OperationOutcome.class).getIssue().forEach(issue -> said.append(issue.getDiagnostics())
                    .append(' ')
                    .append(issue.getExpression())
                    .append(issue.getLocation())
                    .append('\n'));
            return said.toString();
        }
    }
}
