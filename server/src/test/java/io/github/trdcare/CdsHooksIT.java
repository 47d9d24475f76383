package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.chart.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CDS Hooks as an EHR speaks it. */
@ServerTest
class CdsHooksIT {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private JdbcClient jdbc;

    private FhirHttp http;

    @BeforeEach
    void connect(@LocalServerPort int port) {
        http = new FhirHttp(port);
    }

    @Test
    void discoversTheServicesOfTheContractFromAnyOrigin() throws Exception {
        Answer answer = http.get("/cds-services", "Origin", "https://ehr.example.org");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNotEmpty();
        List<String> ids = new ArrayList<>();
        for (JsonNode service : JSON.readTree(answer.text()).path("services")) {
            ids.add(service.path("id").asText() + " " + service.path("hook").asText());
            assertThat(service.path("description").asText()).isNotBlank();
            assertThat(service.path("prefetch").path("patient").asText()).isEqualTo("Patient/{{context.patientId}}");
        }
        assertThat(ids)
                .containsExactly(
                        "trd-alert patient-view",
                        "phq9-safety patient-view",
                        "measurement-due patient-view",
                        "tms-prior-auth order-sign",
                        "tms-contraindication order-sign",
                        "tms-prior-auth-select order-select",
                        "tms-contraindication-select order-select");
    }

    @Test
    void tellsThatADepressionResistsTreatmentFromOurOwnRecord() throws Exception {
        JsonNode cards = cards("trd-alert", view("viktor"));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("summary").asText())
                .startsWith("Meets treatment-resistant depression")
                .contains("failed trials");
        assertThat(cards.get(0).path("summary").asText().length()).isLessThan(140);
        assertThat(cards.get(0).path("source").path("label").asText()).contains("version");
    }

    @Test
    void saysNothingOfAPatientInRemission() throws Exception {
        assertThat(cards("trd-alert", view("marta"))).isEmpty();
        assertThat(cards("phq9-safety", view("marta"))).isEmpty();
    }

    @Test
    void tellsOfAnAlarmingAnswerThatOnlyThePrefetchHolds() throws Exception {
        ObjectNode request = view("ehr-patient-1");
        request.put("fhirServer", "https://ehr.example.org/fhir");
        prefetch(request, "patient", patient("ehr-patient-1"));
        Observation item = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)))
                .setSubject(new Reference("Patient/ehr-patient-1"))
                .setEffective(DateTimeType.now())
                .setValue(new IntegerType(2));
        item.setId("item");
        prefetch(request, "observations", item);
        JsonNode cards = cards("phq9-safety", request);
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("indicator").asText()).isEqualTo("critical");
        assertThat(cards.get(0).path("overrideReasons")).isNotEmpty();
    }

    @Test
    void takesAPatientOfAnotherServerNeverForOneOfOurs() throws Exception {
        ObjectNode request = view("viktor");
        request.put("fhirServer", "https://ehr.example.org/fhir");
        assertThat(http.post("/cds-services/trd-alert", request.toString()).status())
                .isEqualTo(412);
        prefetch(request, "patient", patient("viktor"));
        assertThat(cards("trd-alert", request)).isEmpty();
    }

    /** An EHR that leaves out its address numbers its patients as this server does. */
    @Test
    void showsNothingOfOursAboutAPatientWhoOnlyHasTheSameId() throws Exception {
        ObjectNode request = view("viktor");
        Patient sent = patient("viktor");
        sent.addIdentifier().setSystem("https://ehr.example.org/mrn").setValue("1052");
        prefetch(request, "patient", sent);
        assertThat(cards("trd-alert", request)).isEmpty();

        Patient known = http.get("Patient/viktor").as(Patient.class);
        prefetch(request, "patient", patient("viktor").setIdentifier(known.getIdentifier()));
        assertThat(known.getIdentifier()).isNotEmpty();
        assertThat(cards("trd-alert", request)).hasSize(1);
    }

    /** Whoever may name an address to call could make this server call what only this server reaches. */
    @Test
    void neverCallsTheServerThatARequestNames() throws Exception {
        try (Receiver other = Receiver.listening()) {
            ObjectNode request = view("viktor");
            request.put("fhirServer", other.address());
            request.putObject("fhirAuthorization").put("access_token", "secret").put("token_type", "Bearer");
            assertThat(http.post("/cds-services/trd-alert", request.toString()).status())
                    .isEqualTo(412);
            prefetch(request, "patient", patient("viktor"));
            cards("trd-alert", request);
            ObjectNode order = ordering("order-sign", "paula", order("paula", Ours.TMS, "tms-course"));
            order.put("fhirServer", other.address());
            prefetch(order, "patient", patient("paula"));
            cards("tms-prior-auth", order);
            assertThat(other.messages()).isEmpty();
        }
    }

    @Test
    void tellsWhatOfAPlanIsOverdue() throws Exception {
        JsonNode cards = cards("measurement-due", view("paula"));
        assertThat(cards).hasSize(1);
        assertThat(cards.get(0).path("detail").asText()).startsWith("- ");
    }

    @ParameterizedTest
    @CsvSource({"tms-prior-auth, order-sign", "tms-prior-auth-select, order-select", "tms-prior-auth, order-select"})
    void holdsAnOrderToThePolicyAndOffersItsEvidence(String service, String hook) throws Exception {
        JsonNode cards = cards(service, ordering(hook, "paula", order("paula", Ours.TMS, "tms-course")));
        assertThat(cards).hasSize(1);
        JsonNode card = cards.get(0);
        assertThat(card.path("summary").asText()).contains("criteria met");
        assertThat(card.path("detail").asText()).contains("**met**").contains("Source: ");
        assertThat(card.path("source").path("label").asText()).contains("version");
        JsonNode action = card.path("suggestions").get(0).path("actions").get(0);
        assertThat(action.path("type").asText()).isEqualTo("update");
        ServiceRequest supported = R4.newJsonParser()
                .parseResource(ServiceRequest.class, action.path("resource").toString());
        assertThat(supported.getSupportingInfo()).isNotEmpty();
        assertThat(http.put("ServiceRequest/" + supported.getIdElement().getIdPart(), supported)
                        .status())
                .as("the accepted suggestion is stored")
                .isIn(200, 201);
    }

    @Test
    void knowsAnOrderByItsBillingCodeAndNoOtherOrder() throws Exception {
        assertThat(cards(
                        "tms-prior-auth",
                        ordering("order-sign", "paula", order("paula", "http://www.ama-assn.org/go/cpt", "90867"))))
                .hasSize(1);
        assertThat(cards(
                        "tms-prior-auth",
                        ordering("order-sign", "paula", order("paula", Ours.TRD, "follow-up-schedule"))))
                .isEmpty();
    }

    @Test
    void warnsOfAnImplantBeforeAnOrderIsSigned() throws Exception {
        JsonNode cards = cards(
                "tms-contraindication", ordering("order-sign", "harold", order("harold", Ours.TMS, "tms-course")));
        assertThat(cards).isNotEmpty();
        assertThat(cards.findValuesAsText("indicator")).contains("critical");
        assertThat(cards.get(0).path("overrideReasons")).isNotEmpty();
        assertThat(cards("tms-prior-auth", ordering("order-sign", "harold", order("harold", Ours.TMS, "tms-course")))
                        .get(0)
                        .path("summary")
                        .asText())
                .endsWith("a contraindication stands");
    }

    @Test
    void warnsOfAFactThatOnlyThePrefetchHolds() throws Exception {
        ObjectNode request = ordering("order-sign", "ehr-2", order("ehr-2", Ours.TMS, "tms-course"));
        request.put("fhirServer", "https://ehr.example.org/fhir");
        prefetch(request, "patient", patient("ehr-2"));
        Device implant = new Device();
        implant.setType(new CodeableConcept().setText("Cochlear implant")).setPatient(new Reference("Patient/ehr-2"));
        implant.setId("implant");
        prefetch(request, "devices", implant);
        assertThat(cards("tms-contraindication", request).findValuesAsText("indicator"))
                .contains("critical");
    }

    @Test
    void keepsWhatBecameOfItsCards() throws Exception {
        String card = cards("trd-alert", view("viktor")).get(0).path("uuid").asText();
        String accepted = "{\"feedback\":[{\"card\":\"" + card
                + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":{\"code\":\"already-known\"}},"
                + "\"outcomeTimestamp\":\"2026-11-24T00:00:00Z\"}]}";
        assertThat(http.post("/cds-services/trd-alert/feedback", accepted).status())
                .isEqualTo(200);
        assertThat(http.post("/cds-services/phq9-safety/feedback", accepted).status())
                .as("another service has not shown it")
                .isEqualTo(400);
        assertThat(http.get("/actuator/prometheus").text()).contains("trd_cds_feedback_total");
        JsonNode counts =
                JSON.readTree(http.get("/cds-services/feedback").text()).path("feedback");
        assertThat(counts)
                .filteredOn(each -> each.path("service").asText().equals("trd-alert")
                        && each.path("outcome").asText().equals("overridden"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("reason").asText()).isEqualTo("already-known");
                    assertThat(each.path("cards").asInt()).isEqualTo(1);
                });
    }

    @Test
    void keepsNothingOfAFeedbackThatNamesACardNobodyShowed() throws Exception {
        String card = cards("trd-alert", view("viktor")).get(0).path("uuid").asText();
        String both = "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"accepted\"},"
                + "{\"card\":\"nobody\",\"outcome\":\"accepted\"}]}";
        assertThat(http.post("/cds-services/trd-alert/feedback", both).status()).isEqualTo(400);
        assertThat(jdbc.sql("select count(*) from trd_cds_card where card = ? and outcome is not null")
                        .param(card)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesABodyBeyondTheLimit() {
        String large = "{\"hook\":\"" + "x".repeat(6 * 1024 * 1024) + "\"}";
        assertThat(http.post("/cds-services/trd-alert", large).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no-such-service | {}                        | 404 | GET /cds-services",
                "trd-alert       | not json                  | 400 | JSON",
                "trd-alert       | []                        | 400 | object",
                "trd-alert       | {}                        | 400 | hook",
                "trd-alert       | hook=order-sign           | 400 | hook",
                "trd-alert       | hookInstance=7            | 400 | hookInstance",
                "trd-alert       | context.patientId=        | 400 | patientId",
                "trd-alert       | context.userId=           | 400 | userId",
                "trd-alert       | context.patientId=nobody  | 412 | patientId",
                "tms-prior-auth  | hook=order-sign           | 400 | draftOrders",
                "trd-alert/feedback | {}                     | 400 | feedback",
                "trd-alert/feedback | {\"feedback\":[{}]}    | 400 | outcome",
                "trd-alert/feedback | {\"feedback\":[{\"outcome\":\"accepted\"}]} | 400 | feedback.card",
                "trd-alert/feedback | {\"feedback\":[{\"outcome\":\"accepted\",\"card\":\"d1577c69-dfbe-44ad-ba6d-3e05e953b2ea\"}]} | 400 | no such card",
                "trd-alert/feedback | {\"feedback\":[{\"outcome\":\"overridden\",\"card\":\"x\",\"overrideReason\":{\"reason\":{\"code\":\"mood\"}}}]} | 400 | already-known",
            })
    void refusesWhatItCannotAnswerAndSaysWhy(String service, String wrong, int status, String reason) throws Exception {
        String body = wrong;
        if (wrong.contains("=")) {
            ObjectNode request = view("marta");
            String[] parts = wrong.split("=", 2);
            ObjectNode place = parts[0].startsWith("context.") ? (ObjectNode) request.path("context") : request;
            place.put(parts[0].replace("context.", ""), parts[1]);
            body = request.toString();
        }
        Answer answer = http.post("/cds-services/" + service, body, "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(reason);
    }

    private JsonNode cards(String service, ObjectNode request) throws Exception {
        Answer answer = http.post("/cds-services/" + service, request.toString(), "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JSON.readTree(answer.text()).path("cards");
    }

    private static ObjectNode view(String patient) {
        ObjectNode request = JSON.createObjectNode();
        request.put("hook", "patient-view");
        request.put("hookInstance", UUID.randomUUID().toString());
        request.putObject("context").put("userId", "Practitioner/1").put("patientId", patient);
        return request;
    }

    private static ObjectNode ordering(String hook, String patient, ServiceRequest order) throws Exception {
        ObjectNode request = view(patient);
        request.put("hook", hook);
        org.hl7.fhir.r4.model.Bundle orders =
                new org.hl7.fhir.r4.model.Bundle().setType(org.hl7.fhir.r4.model.Bundle.BundleType.COLLECTION);
        orders.addEntry().setResource(order);
        ((ObjectNode) request.path("context"))
                .set("draftOrders", JSON.readTree(R4.newJsonParser().encodeResourceToString(orders)));
        return request;
    }

    private static ServiceRequest order(String patient, String system, String code) {
        ServiceRequest order =
                new ServiceRequest().setStatus(ServiceRequestStatus.DRAFT).setIntent(ServiceRequestIntent.ORDER);
        order.setCode(new CodeableConcept(new Coding(system, code, null)))
                .setSubject(new Reference("Patient/" + patient));
        order.setId("draft-" + patient);
        return order;
    }

    private static void prefetch(ObjectNode request, String name, Resource resource) throws Exception {
        ObjectNode prefetch =
                request.has("prefetch") ? (ObjectNode) request.path("prefetch") : request.putObject("prefetch");
        prefetch.set(name, JSON.readTree(R4.newJsonParser().encodeResourceToString(resource)));
    }

    private static Patient patient(String id) {
        Patient patient = new Patient();
        patient.setId(id);
        return patient;
    }
}
