package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.chart.Ours;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two records of one person, to be merged over HTTP. */
@ServerTest
@Tag("storage")
abstract class TwoRecords {
    static final String SYSTEM = "urn:merge-numbers";

    FhirHttp fhir;
    String number;
    String source;
    String target;

    @BeforeEach
    void storeTwoRecords(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        number = UUID.randomUUID().toString();
        source = stored(patient(number + "-s"));
        target = stored(patient(number + "-t"));
    }

    Parameters pair() {
        return new Parameters()
                .addParameter("source-patient", new Reference(source))
                .addParameter("target-patient", new Reference(target));
    }

    Parameters merged(Parameters asked) {
        Answer answer = fhir.post("Patient/$merge", asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(Parameters.class);
    }

    void assertRefused(int status, String word, Parameters asked) {
        Answer answer = fhir.post("Patient/$merge", asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(word);
    }

    static Resource resource(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    static String outcome(Parameters answer) {
        StringBuilder said = new StringBuilder();
        ((OperationOutcome) resource(answer, "outcome")).getIssue().forEach(issue -> said.append(issue.getDiagnostics())
                .append('\n'));
        return said.toString();
    }

    List<String> found(String search) {
        return fhir.get(search + "&_count=100").bundle().getEntry().stream()
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }

    int count(String search) {
        return fhir.get(search + "&_summary=count").bundle().getTotal();
    }

    String stored(Resource resource) {
        Answer answer = fhir.post(resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/fhir/([^/]+/[^/]+)/.*", "$1");
    }

    static Patient patient(String value) {
        Patient patient = new Patient();
        patient.addIdentifier(identifier(value));
        return patient;
    }

    static Identifier identifier(String value) {
        return new Identifier().setSystem(SYSTEM).setValue(value);
    }

    static Observation score(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("weight"))
                .setSubject(new Reference(patient));
    }

    static Observation item9(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)))
                .setValue(new IntegerType(2))
                .setEffective(new DateTimeType(Date.from(Instant.now().minusSeconds(60))))
                .setSubject(new Reference(patient));
    }

    static Procedure course(String patient) {
        return new Procedure()
                .setStatus(ProcedureStatus.INPROGRESS)
                .setCode(new CodeableConcept(new Coding(Ours.TMS, "tms-course", null)))
                .setSubject(new Reference(patient));
    }
}
