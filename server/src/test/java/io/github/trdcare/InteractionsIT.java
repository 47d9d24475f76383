package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every FHIR interaction, by HTTP. */
@ServerTest
@Tag("storage")
class InteractionsIT {
    private static final String JSON_PATCH = "application/json-patch+json";

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void createsReadsAndReadsAnOldVersion() {
        Answer created = http.post("Patient", patient("Ada"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).contains("/fhir/Patient/").endsWith("/_history/1");
        String id = id(created);

        Patient changed = patient("Ada Maria");
        changed.setId(id);
        assertThat(http.put(id, changed).status()).isEqualTo(200);

        assertThat(family(http.get(id))).isEqualTo("Ada Maria");
        assertThat(http.get(id).header("ETag")).isEqualTo("W/\"2\"");
        assertThat(family(http.get(id + "/_history/1"))).isEqualTo("Ada");
        assertThat(http.get("Patient/never-was").status()).isEqualTo(404);
    }

    @Test
    void answersInXmlAsWellAsInJson() {
        String id = id(http.post("Patient", patient("Xenia")));
        Answer xml = http.get(id, "Accept", "application/fhir+xml");
        assertThat(xml.header("Content-Type")).startsWith("application/fhir+xml");
        assertThat(family(xml)).isEqualTo("Xenia");

        Answer posted = http.post("Patient", xml.text(), "Content-Type", "application/fhir+xml");
        assertThat(posted.status()).isEqualTo(201);
        assertThat(family(http.get(id + "?_format=xml"))).isEqualTo("Xenia");
    }

    @Test
    void updatesUnderAClientsOwnIdAndRefusesAStaleVersion() {
        Patient patient = patient("Client");
        patient.setId("client-" + UUID.randomUUID());
        String path = "Patient/" + patient.getIdPart();
        assertThat(http.put(path, patient).status()).isEqualTo(201);
        patient.setActive(true);
        assertThat(http.put(path, patient, "If-Match", "W/\"1\"").status()).isEqualTo(200);
        patient.setActive(false);
        assertThat(http.put(path, patient, "If-Match", "W/\"1\"").status()).isIn(409, 412);
        assertThat(http.get(path).as(Patient.class).getActive()).isTrue();
    }

    @Test
    void patchesByJsonPatchAndByFhirPathPatch() {
        String id = id(http.post("Patient", patient("Patch")));
        Answer json = http.patch(
                id,
                "[{\"op\":\"replace\",\"path\":\"/name/0/family\",\"value\":\"Patched\"}]",
                "Content-Type",
                JSON_PATCH);
        assertThat(json.status()).isEqualTo(200);
        Answer fhirPath = http.patch(id, """
                {"resourceType":"Parameters","parameter":[{"name":"operation","part":[
                  {"name":"type","valueCode":"add"},
                  {"name":"path","valueString":"Patient"},
                  {"name":"name","valueString":"gender"},
                  {"name":"value","valueCode":"female"}]}]}""");
        assertThat(fhirPath.status()).as(fhirPath.text()).isEqualTo(200);
        Patient patched = http.get(id).as(Patient.class);
        assertThat(patched.getNameFirstRep().getFamily()).isEqualTo("Patched");
        assertThat(patched.getGender().toCode()).isEqualTo("female");
    }

    @Test
    void deletesAndKeepsTheHistory() {
        String id = id(http.post("Patient", patient("Gone")));
        assertThat(http.delete(id).status()).isIn(200, 204);
        assertThat(http.get(id).status()).isEqualTo(410);
        assertThat(http.get(id + "/_history/1").status()).isEqualTo(200);
        assertThat(http.get(id + "/_history").bundle().getEntry()).hasSize(2);
    }

    @Test
    void tellsHistoryOfAResourceATypeAndTheServer() {
        String id = id(http.post("Patient", patient("History")));
        for (String path : new String[] {id + "/_history", "Patient/_history?_count=5", "_history?_count=5"}) {
            Bundle history = http.get(path).bundle();
            assertThat(history.getType()).isEqualTo(BundleType.HISTORY);
            assertThat(history.getEntry()).isNotEmpty();
            String since = path + (path.contains("?") ? "&" : "?") + "_since=";
            assertThat(http.get(since + "2026-05-31T08:00:00Z").status()).isEqualTo(200);
        }
    }

    @Test
    void countsAHistoryAsItIsNow() {
        int before = http.get("Patient/_history?_count=1").bundle().getTotal();
        id(http.post("Patient", patient("Counted")));
        assertThat(http.get("Patient/_history?_count=1").bundle().getTotal()).isGreaterThan(before);
    }

    @Test
    void createsUpdatesPatchesAndDeletesOnCondition() {
        String mrn = UUID.randomUUID().toString();
        Patient patient = patient("Condition");
        patient.addIdentifier().setSystem("urn:mrn").setValue(mrn);
        String match = "identifier=urn:mrn%7C" + mrn;

        assertThat(http.post("Patient", patient, "If-None-Exist", match).status())
                .isEqualTo(201);
        assertThat(http.post("Patient", patient, "If-None-Exist", match).status())
                .isEqualTo(200);
        assertThat(http.put("Patient?" + match, patient.setActive(true)).status())
                .isEqualTo(200);
        assertThat(http.patch(
                                "Patient?" + match,
                                "[{\"op\":\"replace\",\"path\":\"/active\",\"value\":false}]",
                                "Content-Type",
                                JSON_PATCH)
                        .status())
                .isEqualTo(200);
        Bundle found = http.get("Patient?" + match).bundle();
        assertThat(found.getEntry()).hasSize(1);
        assertThat(((Patient) found.getEntryFirstRep().getResource()).getActive())
                .isFalse();
        assertThat(http.delete("Patient?" + match).status()).isIn(200, 204);
        assertThat(http.get("Patient?" + match).bundle().getEntry()).isEmpty();
    }

    @Test
    void runsATransactionWholeOrNotAtAll() {
        String family = "Whole" + UUID.randomUUID();
        Bundle good = new Bundle().setType(BundleType.TRANSACTION);
        add(good, patient(family));
        add(good, patient(family));
        assertThat(http.post("", good).status()).isEqualTo(200);

        Bundle bad = good.copy();
        Patient dangling = patient(family);
        dangling.getManagingOrganization().setReference("Organization/never-was");
        add(bad, dangling);
        Answer refused = http.post("", bad);
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.outcome()).contains("Organization/never-was");
        assertThat(http.get("Patient?family=" + family).bundle().getEntry()).hasSize(2);
    }

    @Test
    void refusesADanglingReferenceAlsoWhereNoSearchLooks() {
        Patient pointing = patient("Pointing" + UUID.randomUUID());
        pointing.addExtension("http://example.org/twin", new Reference("Patient/never-was"));
        Answer refused = http.post("Patient", pointing);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.outcome()).contains("Patient/never-was").contains("Patient.extension");

        Patient twin = patient("Twin" + UUID.randomUUID());
        pointing.getExtension().get(0).setValue(new Reference("urn:uuid:0d9a5f5e-7f9c-4f4e-9f7e-1c2f3a4b5c6d"));
        Bundle both = new Bundle().setType(BundleType.TRANSACTION);
        add(both, pointing);
        add(both, twin);
        both.getEntry().get(1).setFullUrl("urn:uuid:0d9a5f5e-7f9c-4f4e-9f7e-1c2f3a4b5c6d");
        assertThat(http.post("", both).status()).isEqualTo(200);
    }

    @Test
    void runsABatchEntryByEntry() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        add(batch, patient("Batch"));
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Patient/never-was");
        Bundle answers = http.post("", batch).bundle();
        assertThat(answers.getType()).isEqualTo(BundleType.BATCHRESPONSE);
        assertThat(answers.getEntry().get(0).getResponse().getStatus()).startsWith("201");
        assertThat(answers.getEntry().get(1).getResponse().getStatus()).startsWith("404");
    }

    private static void add(Bundle bundle, Patient patient) {
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + UUID.randomUUID())
                .setResource(patient)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Patient");
    }

    private static Patient patient(String family) {
        Patient patient = new Patient();
        patient.addName().setFamily(family);
        return patient;
    }

    private static String family(Answer answer) {
        return answer.as(Patient.class).getNameFirstRep().getFamily();
    }

    private static String id(Answer created) {
        return created.header("Location").replaceAll(".*/fhir/(Patient/[^/]+)/.*", "$1");
    }
}
