package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.trdcare.FhirHttp.Answer;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jobs go on where a killed server left them: on the same node started again, on another one where there is one. */
@Tag("storage")
class BulkKillIT {
    private static final int RECORDS = 400;
    private static final int TAKEN = 300;
    private static final String[] SETTINGS = {
        "--trd.outbound.allow=http://127.0.0.1:*", "--trd.bulk.lease=4s", "--trd.bulk.resources=5"
    };

    private final JarDatabase database = JarDatabase.empty();

    @Test
    void endsAnExportAndAnImportThatAKillCutOff() throws Exception {
        try (FileHost host = new FileHost()) {
            Set<String> written;
            BulkJob given;
            BulkJob taken;
            ServerJar heir = null;
            try (ServerJar server = database.start(SETTINGS)) {
                if (TestDatabase.isPostgres()) {
                    // Shares the work, and inherits what the dead one held.
                    heir = database.start(SETTINGS);
                }
                FhirHttp http = server.http();
                written = write(http);
                taken = BulkJob.take(http, manifest(host));
                given = BulkJob.export(http, "Patient/exported/$export?_type=Observation");
                awaitMiddle(http, given);
                assertThat(given.look().status())
                        .as("the export is not yet done")
                        .isEqualTo(202);
                assertThat(taken.look().status())
                        .as("the import is not yet done")
                        .isEqualTo(202);
                server.kill();
            }
            try (ServerJar next = heir == null ? database.start(SETTINGS) : heir) {
                BulkJob export = given.at(next.http());
                assertThat(export.references(export.await()))
                        .doesNotHaveDuplicates()
                        .containsExactlyInAnyOrderElementsOf(written);
                JsonNode report = taken.at(next.http()).await();
                assertThat(report.get("error").isEmpty()).as(report.toString()).isTrue();
                assertThat(BulkJob.counts(report))
                        .containsEntry("Patient", TAKEN)
                        .containsEntry("Observation", TAKEN);
                assertThatNothingIsDoubled(next.http());
                assertThat(next.http().get("/channels").text()).doesNotContain("\"state\":\"error\"");
            }
        }
    }

    private static void assertThatNothingIsDoubled(FhirHttp http) {
        assertThat(total(http, "Patient")).isEqualTo(TAKEN + 1);
        assertThat(total(http, "Observation")).isEqualTo(TAKEN + RECORDS);
        for (int i = 0; i < TAKEN; i += 10) {
            assertThat(http.get("Observation/taken-o" + i + "/_history")
                            .bundle()
                            .getEntry())
                    .hasSize(1);
        }
    }

    private static int total(FhirHttp http, String type) {
        return http.get(type + "?_summary=count").bundle().getTotal();
    }

    private static void awaitMiddle(FhirHttp http, BulkJob export) throws InterruptedException {
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)
                && (export.look().header("X-Progress").matches("[0-4] of .*") || total(http, "Patient") < 30)) {
            Thread.sleep(20);
        }
    }

    private static Parameters manifest(FileHost host) {
        String patients = IntStream.range(0, TAKEN)
                .mapToObj(i -> line(new Patient().setId("taken-p" + i)))
                .collect(Collectors.joining());
        String observations = IntStream.range(0, TAKEN)
                .mapToObj(i -> line(observation("Patient/taken-p" + i).setId("taken-o" + i)))
                .collect(Collectors.joining());
        return BulkJob.manifest(
                "Patient", host.file("p.ndjson", patients), "Observation", host.file("o.ndjson", observations));
    }

    private static Set<String> write(FhirHttp http) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(new Patient().setId("exported"))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Patient/exported");
        for (int i = 0; i < RECORDS; i++) {
            bundle.addEntry()
                    .setResource(observation("Patient/exported"))
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Observation");
        }
        Answer answer = http.post("", bundle);
        assertThat(answer.status()).as(answer.start()).isEqualTo(200);
        return answer.bundle().getEntry().stream()
                .map(entry -> new IdType(entry.getResponse().getLocation()))
                .filter(id -> id.getResourceType().equals("Observation"))
                .map(id -> "Observation/" + id.getIdPart())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Observation observation(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("Sleep"))
                .setSubject(new Reference(patient));
    }

    private static String line(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource) + "\n";
    }
}
