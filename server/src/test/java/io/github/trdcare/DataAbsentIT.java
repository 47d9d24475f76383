package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Elements that say only why they have no value, as masked numbers and unknown dates of real records do. */
@ServerTest
class DataAbsentIT {
    private static final String WHY = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private FhirHttp fhir;
    private String patient;

    @BeforeEach
    void storeSomeoneWithAMaskedNumberAndNoKnownBirthday(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        patient = stored(someone());
    }

    @Test
    void anEpisodeWithoutItsRecordedDateEntersTheRegistry() throws Exception {
        var episode = Episodes.of(patient);
        absent(episode.getRecordedDateElement());
        stored(episode);
        Episodes.awaitMember(fhir, patient);
    }

    @Test
    void aMaskedNumberIsMatchedByNobodyAndHindersNoMerge() {
        Parameters question = new Parameters();
        question.addParameter().setName("resource").setResource(someone());
        Answer matched = fhir.post("Patient/$match", question);
        assertThat(matched.status()).as(matched.text()).isEqualTo(200);
        assertThat(matched.bundle().getEntry()).isEmpty();

        Answer merged = fhir.post(
                "Patient/$merge",
                new Parameters()
                        .addParameter("source-patient", new Reference(stored(someone())))
                        .addParameter("target-patient", new Reference(patient)));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
    }

    @Test
    void aMessageAboutSomeoneWithAMaskedNumberIsTaken() {
        MessageSender ehr = new MessageSender(fhir);
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        Patient brought = (Patient) message.getEntry().get(3).getResource();
        brought.getIdentifier().add(0, someone().getIdentifierFirstRep());
        ehr.taken(message);
        assertThat(ehr.found("Patient")).hasSize(1);
    }

    @Test
    void aMessageThatSaysNoSenderIsAnsweredAndNoServerFailure() {
        MessageSender ehr = new MessageSender(fhir);
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        absent(MessageSender.header(message).getSource().getEndpointElement().setValue(null));
        assertThat(ehr.refused(message)).contains("MessageHeader.source.endpoint");
    }

    @Test
    void aSummaryLeavesBlankWhatHasNoValue() {
        Observation potassium = laboratory(ObservationStatus.FINAL).setValue(new Quantity().setUnit("mmol/L"));
        stored(potassium);
        Answer summary = fhir.get(patient + "/$summary");
        assertThat(summary.status()).as(summary.text()).isEqualTo(200);
        assertThat(summary.text()).contains("Potassium");
    }

    @Test
    void aSummaryTellsNothingThatWasRefutedOrNeverCameAbout() {
        stored(laboratory(ObservationStatus.FINAL).setValue(new Quantity(4.1).setUnit("mmol/L")));
        stored(laboratory(ObservationStatus.CANCELLED).setEffective(new DateTimeType("2026-05-02")));
        var refuted = Episodes.of(patient);
        refuted.setClinicalStatus(null).setVerificationStatus(code("condition-ver-status", "refuted"));
        refuted.setMeta(null);
        refuted.setCode(new CodeableConcept().setText("Bipolar disorder"));
        stored(refuted);
        String summary = fhir.get(patient + "/$summary").text();
        assertThat(summary).contains("4.1").doesNotContain("Bipolar disorder");
    }

    private Observation laboratory(ObservationStatus status) {
        return new Observation()
                .setStatus(status)
                .addCategory(code("observation-category", "laboratory"))
                .setCode(new CodeableConcept().setText("Potassium"))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-05-01"));
    }

    private static CodeableConcept code(String system, String code) {
        return new CodeableConcept(new Coding("http://terminology.hl7.org/CodeSystem/" + system, code, null));
    }

    private static Patient someone() {
        Patient patient = new Patient();
        absent(patient.addIdentifier().setSystem("urn:ssn").getValueElement());
        absent(patient.addName().getFamilyElement());
        absent(patient.getNameFirstRep().addGivenElement());
        absent(patient.getBirthDateElement());
        return patient;
    }

    private static Element absent(Element element) {
        element.addExtension(WHY, new CodeType("masked"));
        return element;
    }

    private String stored(Resource resource) {
        Answer answer = fhir.post(resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/fhir/([^/]+/[^/]+)/.*", "$1");
    }
}
