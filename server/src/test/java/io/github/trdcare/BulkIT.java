package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.trdcare.FhirHttp.Answer;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Take and give in bulk: exports, the registry, imports. */
@ServerTest
@Tag("storage")
class BulkIT {
    private static final String REGISTRY = "Group/trd-registry";

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

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
    void keepsARegistryThatNobodyElseWrites() {
        assertThat(members()).contains("Patient/marta").doesNotHaveDuplicates();
        String patient = member();
        Condition episode = (Condition) http.get("Condition?subject=" + patient)
                .bundle()
                .getEntryFirstRep()
                .getResource();
        episode.setVerificationStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error", null)));
        episode.setClinicalStatus(null);
        Answer corrected = http.put("Condition/" + episode.getIdElement().getIdPart(), episode);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        await(() -> !members().contains(patient));

        Group registry = registry();
        registry.addMember().setEntity(new Reference(patient));
        Answer written = http.put(REGISTRY, registry);
        assertThat(written.status()).isEqualTo(409);
        assertThat(written.outcome()).contains("The server keeps this Group itself");
        assertThat(http.delete(REGISTRY).status()).isEqualTo(409);
    }

    @Test
    void letsAMemberBeDeletedOnceNothingElseIsAboutThem() {
        String patient = member();
        assertThat(http.delete(patient).status())
                .as("the episode refers to them")
                .isEqualTo(409);
        String episode = http.get("Condition?subject=" + patient)
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        Bundle both = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        both.addEntry().getRequest().setMethod(Bundle.HTTPVerb.DELETE).setUrl("Condition/" + episode);
        both.addEntry().getRequest().setMethod(Bundle.HTTPVerb.DELETE).setUrl(patient);
        Answer answer = http.post("", both);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        await(() -> !members().contains(patient));
    }

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

    @Test
    void showsItsQueues() {
        String channels = http.get("/channels").text();
        assertThat(channels).contains("\"name\":\"bulk-export\"", "\"name\":\"bulk-import\"", "\"name\":\"registry\"");
        assertThat(http.send("POST", "/channels/replay?channel=bulk-export", new byte[0])
                        .text())
                .contains("\"queued\":0");
    }

    private String member() {
        String patient = "Patient/" + id(http.post("Patient", new Patient()));
        Condition episode = new Condition();
        episode.getMeta().addProfile("https://trd-care.github.io/fhir/StructureDefinition/trd-condition");
        episode.setClinicalStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", null)));
        episode.addCategory(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-category", "encounter-diagnosis", null)));
        episode.setCode(new CodeableConcept().setText("Depressive episode"));
        episode.setSubject(new Reference(patient)).setOnset(new DateTimeType("2026-01-01"));
        Answer answer = http.post("Condition", episode);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        await(() -> members().contains(patient));
        return patient;
    }

    private Group registry() {
        return http.get(REGISTRY).as(Group.class);
    }

    private List<String> members() {
        return registry().getMember().stream()
                .filter(member -> member.getPeriod().hasStart())
                .map(member -> member.getEntity().getReference())
                .toList();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(40);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
        }
    }

    private static Observation observation(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("Sleep"))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-06-01"));
    }

    private static String line(Resource resource) {
        return ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource) + "\n";
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new IdType(answer.header("Location")).getIdPart();
    }
}
