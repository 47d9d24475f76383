package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** An EHR that sends FHIR messages about one person, who is known by one number. */
final class MessageSender {
    static final String ADDRESS = "https://ehr.example.org/fhir/";
    private static final String EVENTS = "https://trd-care.github.io/fhir/CodeSystem/trd-message-events";
    private static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    private static final String TMS = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";

    private final FhirHttp http;
    private final String number = UUID.randomUUID().toString();

    MessageSender(FhirHttp http) {
        this.http = http;
    }

    String number() {
        return number;
    }

    Answer sent(Bundle message) {
        Answer answer = http.post("$process-message", message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.bundle().getType()).isEqualTo(BundleType.MESSAGE);
        return answer;
    }

    Bundle taken(Bundle message) {
        Answer answer = sent(message);
        assertThat(response(answer.bundle()).getCode()).as(answer.text()).isEqualTo(ResponseType.OK);
        return answer.bundle();
    }

    /** What the answer says is wrong. */
    String refused(Bundle message) {
        Answer answer = sent(message);
        assertThat(response(answer.bundle()).getCode()).as(answer.text()).isEqualTo(ResponseType.FATALERROR);
        OperationOutcome outcome =
                (OperationOutcome) answer.bundle().getEntry().get(1).getResource();
        return outcome.getIssueFirstRep().getDiagnostics() + " "
                + outcome.getIssueFirstRep().getExpression();
    }

    /** Those of this test, by its number. */
    List<Resource> found(String type) {
        return resources(type + "?identifier=urn:test%7C" + number);
    }

    List<Resource> of(String type) {
        return resources(type + "?subject:Patient.identifier=urn:test%7C" + number);
    }

    List<Resource> resources(String search) {
        return http.get(search).bundle().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    static MessageHeader header(Bundle message) {
        return (MessageHeader) message.getEntryFirstRep().getResource();
    }

    static MessageHeader.MessageHeaderResponseComponent response(Bundle message) {
        return header(message).getResponse();
    }

    /** Header, order, Task, patient. */
    Bundle referral(TaskStatus status) {
        Bundle message = message("tms-referral");
        String patient = "urn:uuid:" + UUID.randomUUID();
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(TMS, "tms-course", null)))
                .setSubject(new Reference(patient))
                .setRequester(new Reference("Practitioner/9"))
                .addIdentifier(identifier());
        order.setId("o-1");
        Task task = new Task()
                .setStatus(status)
                .setIntent(Task.TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(TRD, "referral", null)))
                .setFor(new Reference(patient))
                .setFocus(new Reference("ServiceRequest/o-1"))
                .addIdentifier(identifier());
        message.addEntry().setFullUrl(ADDRESS + "ServiceRequest/o-1").setResource(order);
        message.addEntry().setFullUrl(ADDRESS + "Task/t-1").setResource(task);
        message.addEntry().setFullUrl(patient).setResource(new Patient().addIdentifier(identifier()));
        header(message).addFocus().setReference(ADDRESS + "ServiceRequest/o-1");
        header(message).addFocus().setReference(ADDRESS + "Task/t-1");
        return message;
    }

    /** Header, patient, score. */
    Bundle rating(int points, String address) {
        Bundle message = message("rating-result");
        String patient = "urn:uuid:" + UUID.randomUUID();
        message.addEntry().setFullUrl(patient).setResource(new Patient().addIdentifier(identifier()));
        Observation score = new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44261-6", null)))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-05-01T10:00:00Z"))
                .setValue(new Quantity(points).setUnit("{score}"));
        message.addEntry().setFullUrl(address).setResource(score);
        focus(message, 2);
        return message;
    }

    Bundle message(String event) {
        Bundle message = new Bundle().setType(BundleType.MESSAGE);
        message.setIdentifier(new Identifier().setSystem("urn:test:" + number).setValue(UUID.randomUUID() + ""));
        MessageHeader header = new MessageHeader();
        header.setId(UUID.randomUUID().toString());
        header.getSource().setEndpoint("https://ehr.example.org/msg");
        message.addEntry().setFullUrl("urn:uuid:" + header.getId()).setResource(header);
        event(message, event);
        return message;
    }

    static void event(Bundle message, String event) {
        header(message).setEvent(new Coding(EVENTS, event, null));
    }

    static void focus(Bundle message, int entry) {
        int index = Math.min(entry, message.getEntry().size() - 1);
        header(message).setFocus(null);
        header(message).addFocus().setReference(message.getEntry().get(index).getFullUrl());
    }

    Identifier identifier() {
        return new Identifier().setSystem("urn:test").setValue(number);
    }
}
