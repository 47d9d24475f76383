package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One who subscribes, with a patient to write about; what is asked for ends with the test. */
@ServerTest
@Tag("storage")
abstract class Subscribing {
    static final Duration SOON = Duration.ofSeconds(20);

    final Receiver receiver = Receiver.listening();
    FhirHttp fhir;
    String patient;
    String subscription = "";

    @BeforeEach
    void makeAPatient(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        Queues.awaitThatTheChangesAreDistributed(fhir);
        patient = "Patient/" + id(fhir.post("Patient", new Patient()));
    }

    @AfterEach
    void endTheSubscription() {
        if (!subscription.isEmpty()) {
            fhir.delete(subscription);
        }
        receiver.close();
    }

    void subscribe(Subscription wish) {
        Answer answer = fhir.post("Subscription", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        subscription = "Subscription/" + id(answer);
        awaitState("active");
        assertThat(fhir.get(subscription).as(Subscription.class).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    void awaitState(String state) {
        Instant end = Instant.now().plus(SOON);
        String found = "";
        while (!found.equals(state) && Instant.now().isBefore(end)) {
            Answer answer = fhir.get(subscription + "/$status");
            assertThat(answer.text()).contains("query-status");
            Parameters status = (Parameters) answer.bundle().getEntryFirstRep().getResource();
            found = status.getParameter("status").getValue().primitiveValue();
            pause();
        }
        assertThat(found).as(fhir.get(subscription + "/$status").text()).isEqualTo(state);
    }

    static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void put(Resource resource) {
        Answer answer =
                fhir.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    Observation phq9(int total) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44261-6", null)))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-06-01"))
                .setValue(new Quantity(total));
    }

    static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new IdType(answer.header("Location")).getIdPart();
    }
}
