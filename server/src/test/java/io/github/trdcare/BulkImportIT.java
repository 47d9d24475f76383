package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Take in bulk: files of another server. */
class BulkImportIT extends InBulk {
    @Test
    void takesFilesLineByLineAndTellsWhatItCouldNotTake() {
        try (FileHost host = new FileHost()) {
            String run = "bulk-" + System.nanoTime();
            // The patients come last: what refers to them waits.
            String observations = host.file(
                    "observations.ndjson",
                    line(observation("Patient/" + run).setId(run + "-o"))
                            + "\n"
                            + line(observation("Patient/4711").setId("12"))
                            + line(observation("Patient/nobody-" + run).setId(run + "-lost"))
                            + "{\"resourceType\":\"Observation\",\"id\":\"broken\",\"nonsense\":\"Ada Lovelace\"}\n"
                            + "this is no JSON\n"
                            + line(observation("Patient/" + run)));
            String patients = host.file(
                    "patients.ndjson",
                    line(new Patient().setId(run))
                            + line(new Patient().setId("4711"))
                            + line(observation("Patient/x")));
            for (int time = 1; time <= 2; time++) {
                BulkJob job = BulkJob.take(
                        http,
                        BulkJob.manifest(
                                "Observation",
                                observations,
                                "Patient",
                                patients,
                                "Goal",
                                host.address("absent"),
                                "Goal",
                                host.address("redirect")));
                JsonNode manifest = job.await();
                assertThat(BulkJob.counts(manifest))
                        .containsEntry("Observation", 2)
                        .containsEntry("Patient", 2);
                List<String> told = job.lines(manifest, "error").stream()
                        .map(each -> each.get("issue").get(0).get("diagnostics").asText())
                        .toList();
                assertThat(told)
                        .hasSize(7)
                        .anyMatch(each -> each.startsWith("input[0] line 4: ") && each.contains("nobody-"))
                        .anyMatch(each -> each.startsWith("input[0] line 5: ") && each.contains("nonsense"))
                        .anyMatch(each -> each.startsWith("input[0] line 6: "))
                        .anyMatch(each -> each.startsWith("input[0] line 7: ") && each.contains("id"))
                        .anyMatch(each -> each.startsWith("input[1] line 3: ") && each.contains("Observation"))
                        .anyMatch(each -> each.startsWith("input[2]: ") && each.contains("404"))
                        .anyMatch(each -> each.startsWith("input[3]: ") && each.contains("302"))
                        .noneMatch(each -> each.contains("Lovelace"));
                assertThat(http.get("Observation?subject=Patient/" + run + "&_summary=count")
                                .bundle()
                                .getTotal())
                        .as("time " + time)
                        .isEqualTo(1);
                String renamed = http.get("Observation?subject=Patient/" + ofTheOther("4711"))
                        .bundle()
                        .getEntryFirstRep()
                        .getResource()
                        .getIdElement()
                        .getIdPart();
                assertThat(renamed).isEqualTo(ofTheOther("12"));
            }
            assertThat(http.get("Observation/" + run + "-o/_history").bundle().getEntry())
                    .as("the second time changed nothing")
                    .hasSize(1);
        }
    }

    /** Numbers of the other system stand behind a mark of it. */
    private static String ofTheOther(String number) {
        return "i"
                + org.apache.commons.codec.digest.DigestUtils.sha256Hex("https://ehr.example.org/fhir")
                        .substring(0, 8)
                + "-" + number;
    }

    @Test
    void holdsWhatItTakesToTheRulesOfEveryWrite() {
        try (FileHost host = new FileHost()) {
            String run = "bulk-" + System.nanoTime();
            String patients = host.file("p.ndjson", line(new Patient().setId(run)));
            Observation alarming = observation("Patient/" + run);
            alarming.setId(run);
            alarming.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));
            alarming.setValue(new CodeableConcept(new Coding("http://loinc.org", "LA6571-9", null)));
            String observations = host.file("o.ndjson", line(alarming));
            String groups = host.file(
                    "g.ndjson",
                    "{\"resourceType\":\"Group\",\"id\":\"trd-registry\",\"type\":\"person\",\"actual\":true}\n");
            BulkJob job = BulkJob.take(
                    http, BulkJob.manifest("Patient", patients, "Observation", observations, "Group", groups));
            JsonNode manifest = job.await();
            assertThat(job.lines(manifest, "error").toString()).contains("The server keeps this Group itself");
            assertThat(http.get("Flag?subject=Patient/" + run + "&_summary=count")
                            .bundle()
                            .getTotal())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest/meta-data, trd.outbound.allow",
        "https://ehr.example.com/patients.ndjson, trd.outbound.allow",
        "file:///etc/passwd, https address",
        "no address, no address",
    })
    void fetchesNothingThatTheOperatorHasNotAllowed(String url, String said) {
        Answer answer = http.post("$import", BulkJob.manifest("Patient", url), "Prefer", "respond-async");
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.outcome()).contains("input[0].url").contains(said);
    }
}
