package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that reads the registry and takes and gives in bulk. */
@ServerTest
@Tag("storage")
abstract class InBulk {
    static final String REGISTRY = "Group/trd-registry";

    @LocalServerPort
    int port;

    FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    String member() {
        String patient = "Patient/" + id(http.post("Patient", new Patient()));
        Answer answer = http.post("Condition", Episodes.of(patient));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        await(() -> members().contains(patient));
        return patient;
    }

    Group registry() {
        return http.get(REGISTRY).as(Group.class);
    }

    List<String> members() {
        return registry().getMember().stream()
                .filter(member -> member.getPeriod().hasStart())
                .map(member -> member.getEntity().getReference())
                .toList();
    }

    static void await(BooleanSupplier condition) {
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

    static Observation observation(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("Sleep"))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-06-01"));
    }

    static String line(Resource resource) {
        return ca.uhn.fhir.context.FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource) + "\n";
    }

    static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new IdType(answer.header("Location")).getIdPart();
    }
}
