package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.trdcare.FhirHttp.Answer;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Give in bulk: exports, and what is told of all jobs. */
class BulkIT extends InBulk {
    @Autowired
    private DataSource database;

    @Test
    void exportsTheRegistryAsFilesThatHoldWhatSearchesFind() {
        BulkJob job = BulkJob.export(
                http,
                REGISTRY + "/$export?_type=CarePlan,Goal,Observation,Procedure"
                        + "&_typeFilter=Observation%3Fcode%3D44261-6");
        assertThat(job.status()).startsWith("http://localhost:" + port + "/fhir/");
        JsonNode manifest = job.await();
        assertThat(manifest.get("requiresAccessToken").asBoolean()).isTrue();
        assertThat(manifest.get("request").asText()).contains("/fhir/" + REGISTRY + "/$export?_type=");
        assertThat(Instant.parse(manifest.get("transactionTime").asText())).isBefore(Instant.now());
        assertThat(manifest.get("error").isEmpty() && manifest.get("deleted").isEmpty())
                .isTrue();
        List<String> exported = job.references(manifest);
        assertThat(exported).doesNotHaveDuplicates();
        for (String search : List.of("CarePlan?", "Goal?", "Procedure?", "Observation?code=44261-6&")) {
            String type = search.substring(0, search.indexOf('?'));
            assertThat(ofMembers(exported, type))
                    .as(search)
                    .isNotEmpty()
                    .isEqualTo(found(search + "subject=Patient/marta", type, "marta"));
        }
        assertThat(exported).allMatch(each -> each.matches("(CarePlan|Goal|Observation|Procedure)/.*"));
        assertThat(job.resources(manifest).stream()
                        .filter(each -> each.get("resourceType").asText().equals("Observation")))
                .allMatch(each -> each.toString().contains("44261-6"));
    }

    /** Of the story's patient alone: other tests write while this one runs. */
    private static Set<String> ofMembers(List<String> exported, String type) {
        return exported.stream()
                .filter(each -> each.startsWith(type + "/marta"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> found(String search, String type, String prefix) {
        return http.get(search + "&_count=1000&_elements=id").bundle().getEntry().stream()
                .map(entry -> type + "/" + entry.getResource().getIdElement().getIdPart())
                .filter(each -> each.startsWith(type + "/" + prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void exportsOnePatientSomePatientsAndEverything() {
        BulkJob one = BulkJob.export(http, "Patient/marta/$export");
        List<String> marta = one.references(one.await());
        assertThat(marta).contains("Patient/marta", "Procedure/marta-course").doesNotHaveDuplicates();
        assertThat(marta).noneMatch(each -> each.startsWith("Patient/") && !each.equals("Patient/marta"));

        BulkJob two = BulkJob.export(http, "Patient/$export?_type=Patient&patient=Patient/marta,Patient/viktor");
        assertThat(two.references(two.await())).containsExactlyInAnyOrder("Patient/marta", "Patient/viktor");

        BulkJob all = BulkJob.export(http, "$export");
        JsonNode manifest = all.await();
        List<String> everything = all.references(manifest);
        assertThat(everything).doesNotHaveDuplicates().containsAll(marta).contains(REGISTRY);
        assertThat(BulkJob.counts(manifest)).doesNotContainKeys("StructureDefinition", "SearchParameter");
        assertThat(everything).noneMatch(each -> each.startsWith("Binary/bulk-"));

        BulkJob shipped = BulkJob.export(http, "$export?_type=SearchParameter");
        assertThat(shipped.references(shipped.await())).isNotEmpty();
    }

    @Test
    void exportsWhatChangedSinceAlsoOfPatientsThatDidNot() {
        String patient = member();
        String old = "Observation/" + id(http.post("Observation", observation(patient)));
        BulkJob before = BulkJob.export(http, REGISTRY + "/$export?_type=Observation,Patient");
        JsonNode first = before.await();
        assertThat(before.references(first)).contains(patient, old);
        String since = Instant.now().toString();
        String fresh = "Observation/" + id(http.post("Observation", observation(patient)));
        BulkJob after = BulkJob.export(http, REGISTRY + "/$export?_type=Observation,Patient&_since=" + since);
        assertThat(after.references(after.await())).contains(fresh).doesNotContain(old, patient);
        BulkJob until = BulkJob.export(http, REGISTRY + "/$export?_type=Observation&_until=" + since);
        assertThat(until.references(until.await())).contains(old).doesNotContain(fresh);

        http.delete(fresh);
        BulkJob system = BulkJob.export(http, "$export?_type=Observation&_since=" + since);
        JsonNode manifest = system.await();
        assertThat(system.references(manifest)).doesNotContain(fresh);
        assertThat(system.lines(manifest, "deleted").toString())
                .contains("\"" + fresh + "\"")
                .contains("DELETE");
    }

    /** What an open transaction writes may bear a time before the export, and no later one would ask for it. */
    @Test
    @EnabledIfSystemProperty(named = "trd.test.database", matches = "postgres")
    void waitsForWritesThatBeganBeforeIt() throws Exception {
        try (Connection writing = database.getConnection()) {
            writing.setAutoCommit(false);
            writing.createStatement().execute("select 1");
            BulkJob job = BulkJob.export(http, "Patient/marta/$export?_type=Patient");
            Thread.sleep(3000);
            assertThat(job.look().status()).isEqualTo(202);
            writing.rollback();
            assertThat(job.references(job.await())).containsExactly("Patient/marta");
        }
    }

    @Test
    void givesItsFilesToWhoeverAsksForNothingElse() {
        BulkJob job = BulkJob.export(http, "Patient/marta/$export?_type=Patient");
        String url = job.await().get("output").get(0).get("url").asText();
        Answer plain = http.get(url);
        assertThat(plain.header("Content-Type")).startsWith("application/fhir+ndjson");
        assertThat(plain.text())
                .startsWith("{\"resourceType\":\"Patient\",\"id\":\"marta\"")
                .endsWith("}\n");
        assertThat(http.get(url, "Accept", "application/fhir+json").text()).contains("\"resourceType\":\"Binary\"");

        assertThat(http.delete(job.status()).status()).isEqualTo(202);
        assertThat(job.look().status()).isEqualTo(404);
        assertThat(job.look().outcome()).contains("trd.bulk.keep");
        await(() -> http.get(url).status() == 404);
        assertThat(http.get(url + "/_history/1").status()).isEqualTo(404);
    }

    @Test
    void sharesOutAmongFilesWhatWouldMakeOneTooLarge() {
        String patient = id(http.post("Patient", new Patient()));
        Set<String> written = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            DocumentReference letter = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
            letter.setSubject(new Reference("Patient/" + patient));
            letter.addContent()
                    .setAttachment(
                            new Attachment().setContentType("application/pdf").setData(new byte[75_000]));
            written.add("DocumentReference/" + id(http.post("DocumentReference", letter)));
        }
        BulkJob job = BulkJob.export(http, "Patient/" + patient + "/$export?_type=DocumentReference");
        JsonNode manifest = job.await();
        assertThat(manifest.get("output"))
                .as("two of 100 kB each go into 256 kB")
                .hasSize(3)
                .allMatch(file -> file.get("count").asInt() <= 2);
        assertThat(job.references(manifest)).containsExactlyInAnyOrderElementsOf(written);
        String last = manifest.get("output").get(2).get("url").asText();
        assertThat(http.delete(job.status()).status()).isEqualTo(202);
        await(() -> http.get(last).status() == 404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$export?_type=Patiant                                    | 400 | _type",
                "$export?_since=yesterday                                 | 400 | _since",
                "$export?_until=2026-99-01                                | 400 | _until",
                "$export?_outputFormat=text/csv                           | 400 | application/fhir+ndjson",
                "$export?_typo=Patient                                    | 400 | _typo",
                "$export?_typeFilter=Observation%3Fno-such=1              | 400 | Observation",
                "$export?_typeFilter=Observation                          | 400 | _typeFilter",
                "$export?_typeFilter=Observation%3Fdate%3Dnever           | 400 | Observation",
                "$export?_typeFilter=Observation%3F_include%3D*           | 400 | _include",
                "$export?_type=Patient&_typeFilter=Goal%3Fsubject%3Dx     | 400 | Goal",
                "$export?patient=marta                                    | 400 | patient",
                "Patient/$export?patient=Patient/no-such                  | 404 | Patient/no-such",
                "Patient/$export?_type=Organization                       | 400 | Organization",
                "Patient/no-such/$export                                  | 404 | Patient/no-such",
                "Group/no-such/$export                                    | 404 | Group/no-such",
            })
    void refusesAtOnceWhatItCouldNotAnswerLater(String path, int status, String said) {
        Answer answer = http.get(path.strip(), "Prefer", "respond-async");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(said.strip());
    }

    @Test
    void saysThatAJobNeedsAClientThatWaits() {
        assertThat(http.get("$export").status()).isEqualTo(400);
        assertThat(http.get("$export").outcome()).contains("Prefer: respond-async");
        assertThat(http.post("$import", BulkJob.manifest()).outcome()).contains("Prefer: respond-async");
        assertThat(http.get("$export-poll-status?_jobId=no-such").status()).isEqualTo(404);
        assertThat(http.get("$export-poll-status").status()).isEqualTo(400);
    }

    @Test
    void showsItsQueues() {
        String channels = http.get("/channels").text();
        assertThat(channels).contains("\"name\":\"bulk-export\"", "\"name\":\"bulk-import\"", "\"name\":\"registry\"");
        assertThat(http.send("POST", "/channels/replay?channel=bulk-export", new byte[0])
                        .text())
                .contains("\"queued\":0");
    }
}
