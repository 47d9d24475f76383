package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A resource is held to the profiles that it claims and that the server holds, on whatever way it comes. */
@ServerTest
class ValidationIT {
    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void refusesASessionThatBreaksItsProfileAndNamesThePlace() {
        Answer refused = http.post("Procedure", withoutCourse());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.outcome()).contains("Procedure").contains("partOf");
    }

    @Test
    void refusesItInsideATransactionToo() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(withoutCourse())
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Procedure");
        assertThat(http.post("", bundle).status()).isEqualTo(422);
    }

    @Test
    void refusesAPatchThatBreaksIt() {
        Answer refused = http.patch(
                "Procedure/marta-session-01",
                "[{\"op\":\"remove\",\"path\":\"/partOf\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(http.get("Procedure/marta-session-01").as(Procedure.class).hasPartOf())
                .isTrue();
    }

    @Test
    void takesACourseAndItsSessionsInOneTransactionLinkedByUuid() {
        Procedure course = http.get("Procedure/marta-course").as(Procedure.class);
        Procedure session = http.get("Procedure/marta-session-01").as(Procedure.class);
        course.setId((String) null);
        session.setId((String) null);
        session.getPartOfFirstRep().setReference("urn:uuid:0d9cf4d1-8f6b-4d0a-9b2e-6c7f6b4f0001");
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl("urn:uuid:0d9cf4d1-8f6b-4d0a-9b2e-6c7f6b4f0001")
                .setResource(course)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Procedure");
        bundle.addEntry()
                .setFullUrl("urn:uuid:0d9cf4d1-8f6b-4d0a-9b2e-6c7f6b4f0002")
                .setResource(session)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Procedure");
        Answer answer = http.post("", bundle);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        List<String> stored = answer.bundle().getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/.*", ""))
                .toList();
        assertThat(http.delete(stored.get(1)).status()).as("the session first").isEqualTo(200);
        assertThat(http.delete(stored.get(0)).status()).isEqualTo(200);
    }

    @Test
    void takesProfilesAndCodeSystemsThatItDoesNotKnow() {
        Patient patient = new Patient();
        patient.getMeta().addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient");
        patient.getMaritalStatus()
                .addCoding()
                .setSystem("http://example.org/codes")
                .setCode("x");
        assertThat(http.post("Patient", patient).status()).isEqualTo(201);

        Answer validated = http.post("Patient/$validate", patient);
        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.text()).doesNotContain("\"severity\":\"error\"");
    }

    @Test
    void validatesOnRequestAndStoresNothing() {
        Answer validated = http.post("Procedure/$validate", withoutCourse());
        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.text()).contains("\"severity\":\"error\"").contains("partOf");
        Answer stored = http.get("Procedure/marta-session-01/$validate");
        assertThat(stored.text()).doesNotContain("\"severity\":\"error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trd-condition", "trd-care-plan", "tms-course", "tms-session"})
    void servesItsProfiles(String profile) {
        Answer answer = http.get("StructureDefinition/" + profile);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(http.get("StructureDefinition?url=https://trd-care.github.io/fhir/StructureDefinition/" + profile)
                        .bundle()
                        .getEntry())
                .hasSize(1);
    }

    private Procedure withoutCourse() {
        Procedure session = http.get("Procedure/marta-session-01").as(Procedure.class);
        session.setId((String) null);
        session.setPartOf(null);
        return session;
    }
}
