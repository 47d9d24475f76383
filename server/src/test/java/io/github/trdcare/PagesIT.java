package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What developers and operators look at: capabilities, OpenAPI, health, metrics. */
@ServerTest
class PagesIT {
    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void listsAllTypesAndOurProfilesInItsCapabilities() {
        CapabilityStatement capabilities = http.get("metadata").as(CapabilityStatement.class);
        assertThat(capabilities.getSoftware().getName()).isEqualTo("TRD Care Server");
        assertThat(capabilities.getFhirVersion().toCode()).isEqualTo("4.0.1");
        assertThat(capabilities.getRestFirstRep().getResource())
                .extracting(CapabilityStatementRestResourceComponent::getType)
                .hasSizeGreaterThan(140)
                .doesNotHaveDuplicates();
        assertThat(http.get("metadata").text())
                .contains("https://trd-care.github.io/fhir/StructureDefinition/tms-session");
    }

    @Test
    void describesItselfInOpenApiWithAPageToTryIt() {
        assertThat(http.get("api-docs").text()).contains("openapi").contains("/CarePlan");
        Answer page = http.get("swagger-ui/", "Accept", "text/html");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("swagger");
        Answer redirect = http.get("swagger-ui");
        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).endsWith("/fhir/swagger-ui/");
        assertThat(http.get("/v3/api-docs").status()).isEqualTo(404);
    }

    @Test
    void opensWithAPageWhoseLinksAllWork() {
        Answer home = http.get("/", "Accept", "text/html");
        assertThat(home.status()).isEqualTo(200);
        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(home.text())
                .results()
                .map(link -> "/" + link.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(links).hasSizeGreaterThan(8).allSatisfy(link -> {
            Answer answer = http.get(link);
            assertThat(answer.status()).as(link).isEqualTo(200);
            if (link.contains("$")) {
                assertThat(answer.as(Parameters.class).getParameter()).as(link).hasSizeGreaterThan(1);
            } else if (link.contains("?")) {
                assertThat(answer.bundle().getEntry()).as(link).isNotEmpty();
            }
        });
    }

    /** A page whose program stands in its markup could not forbid foreign ones. */
    @Test
    void showsThePageOfChannelsWithoutAProgramInItsMarkup() {
        String page = http.get("/channels.html", "Accept", "text/html").text();
        assertThat(page)
                .contains("channels.js", "channels.css")
                .doesNotContainPattern("<script[^>]*>[^<]")
                .doesNotContainPattern("\\son[a-z]+=");
        for (String part : new String[] {"/channels.js", "/channels.css", "/channels", "/hl7v2/dead-letters"}) {
            assertThat(http.get(part).status()).as(part).isEqualTo(200);
        }
    }

    @Test
    void namesWhatIsWrongAtADoorThatIsNoFhir() {
        Answer missing = http.post("/channels/replay", "");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text()).contains("channel: it is missing");
        for (String room : new String[] {"hl7v2", "messages"}) {
            Answer unreadable = http.delete("/" + room + "/dead-letters/Meier");
            assertThat(unreadable.status()).isEqualTo(400);
            assertThat(unreadable.text()).contains("id: it is no number").doesNotContain("Meier");
        }
    }

    @Test
    void showsTheGuideAtItsFolder() {
        assertThat(http.get("/guide/", "Accept", "text/html").text()).contains("StructureDefinition-tms-session.html");
        assertThat(http.get("/guide/StructureDefinition-tms-session.html").text())
                .contains("tms-sess-1");
        assertThat(http.get("/guide/guide.css").status()).isEqualTo(200);
    }

    @Test
    void tellsHealthAndMetricsAndNothingElse() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            assertThat(http.get(path).text()).contains("UP");
        }
        assertThat(http.get("/actuator/prometheus").text()).contains("jvm_memory_used_bytes", "hikaricp_connections");
        assertThat(http.get("/actuator/env").status()).isEqualTo(404);
    }

    @Test
    void letsOnlyTheNamedOriginCallFromAnotherPage() {
        assertThat(preflight("https://app.example.org").header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.example.org");
        assertThat(preflight("https://evil.example.org").header("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private Answer preflight(String origin) {
        return http.options("Patient", "Origin", origin, "Access-Control-Request-Method", "GET");
    }

    @Test
    void compressesAnswersOnRequest() {
        Answer answer = http.get("metadata", "Accept-Encoding", "gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(answer.response().body()).startsWith(0x1f, 0x8b);
    }

    @Test
    void answersGraphqlWhereItIsSwitchedOn() {
        Answer answer = http.get("Patient/marta/$graphql?query=%7Bname%7Bgiven%7D%7D");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(new String(answer.response().body(), StandardCharsets.UTF_8)).contains("Marta");
    }
}
