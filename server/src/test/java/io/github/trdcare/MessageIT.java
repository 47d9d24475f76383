package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** FHIR messages come in: what becomes of them, how they are answered, and what is never done twice. */
@ServerTest
@Tag("storage")
class MessageIT {
    private static final String EVENTS = "https://trd-care.github.io/fhir/CodeSystem/trd-message-events";
    private static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    private static final String TMS = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";
    private static final String EHR = "https://ehr.example.org/fhir/";

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private String mrn;

    @BeforeEach
    void aNewPatient() {
        http = new FhirHttp(port);
        mrn = UUID.randomUUID().toString();
    }

    @Test
    void aReferralIsStoredWithAllThatItRestsOn() {
        Bundle answer = taken(referral(TaskStatus.REQUESTED));

        assertThat(response(answer).getIdentifier()).isNotBlank();
        assertThat(header(answer).getEventCoding().getCode()).isEqualTo("tms-referral");
        assertThat(header(answer).getDestinationFirstRep().getEndpoint()).isEqualTo("https://ehr.example.org/msg");
        String patient = found("Patient")
                .get(0)
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
        Task task = (Task) found("Task").get(0);
        ServiceRequest order = (ServiceRequest) found("ServiceRequest").get(0);
        assertThat(task.getFor().getReference()).isEqualTo(patient);
        assertThat(task.getFocus().getReference())
                .isEqualTo(order.getIdElement().toUnqualifiedVersionless().getValue());
        assertThat(order.getRequester().getReference()).isEqualTo(EHR + "Practitioner/9");
        assertThat(http.get("Provenance?target=" + patient).text()).contains("FHIR message tms-referral");
    }

    @Test
    void theSameMessageIsAnsweredAsBeforeAndChangesNothing() {
        Bundle message = referral(TaskStatus.REQUESTED);
        String first = sent(message).text();

        assertThat(sent(message).text()).isEqualTo(first);
        Answer wrapped = http.post(
                "$process-message",
                new Parameters()
                        .addParameter(new Parameters.ParametersParameterComponent()
                                .setName("content")
                                .setResource(message)));
        assertThat(wrapped.text()).isEqualTo(first);
        assertThat(found("Task"))
                .singleElement()
                .satisfies(task -> assertThat(task.getMeta().getVersionId()).isEqualTo("1"));

        ((Task) message.getEntry().get(2).getResource()).setDescription("Other words");
        assertThat(refused(message)).contains("taken under this number");
        assertThat(((Task) found("Task").get(0)).getDescription()).isNull();
    }

    @Test
    void aStatusMovesTheReferralOn() {
        taken(referral(TaskStatus.REQUESTED));
        Bundle status = referral(TaskStatus.ACCEPTED);
        Task accepted = (Task) status.getEntry().get(2).getResource();
        accepted.setFocus(null).setOwner(new Reference().setDisplay("Lakeside TMS clinic"));
        status.getEntry().remove(1);
        event(status, "referral-status");
        focus(status, 1);
        taken(status);

        assertThat(found("Task")).singleElement().satisfies(task -> assertThat(((Task) task).getStatus())
                .isEqualTo(TaskStatus.ACCEPTED));
        assertThat(found("Patient")).hasSize(1);
    }

    @Test
    void aSenderWithoutIdentifiersIsKnownByItsAddresses() {
        Bundle first = rating(12, EHR + "Observation/" + mrn);
        Bundle corrected = rating(13, EHR + "Observation/" + mrn);
        taken(first);
        taken(corrected);

        assertThat(of("Observation")).singleElement().satisfies(score -> assertThat(
                        ((Observation) score).getValueQuantity().getValue())
                .isEqualByComparingTo("13"));
    }

    @Test
    void ofParallelSendersOneWins() throws Exception {
        Bundle message = referral(TaskStatus.REQUESTED);
        ExecutorService senders = Executors.newFixedThreadPool(6);
        try {
            List<Future<String>> answers = IntStream.range(0, 12)
                    .mapToObj(i -> senders.submit(() -> sent(message).text()))
                    .toList();
            String first = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(first);
            }
        } finally {
            senders.shutdown();
        }
        assertThat(found("Task")).hasSize(1);
        assertThat(found("Patient")).hasSize(1);
        assertThat(http.get("Provenance?target=Task/"
                                + found("Task").get(0).getIdElement().getIdPart())
                        .bundle()
                        .getEntry())
                .hasSize(1);
    }

    @Test
    void aRefusedMessageStoresNothingOfItselfAndWaitsForItsOperator() {
        Bundle message = referral(TaskStatus.REQUESTED);
        ((Task) message.getEntry().get(2).getResource()).setIntent(null);

        assertThat(refused(message)).contains("intent");
        assertThat(found("ServiceRequest")).isEmpty();
        assertThat(found("Task")).isEmpty();
        String letters = http.get("/messages/dead-letters").text();
        assertThat(letters).contains(mrn);
        String id = letters.replaceFirst("(?s).*\"id\":(\\d+),[^}]*\"controlId\":\"[^\"]*" + mrn + ".*", "$1");
        assertThat(http.get("/messages/dead-letters/" + id).text()).contains("tms-referral", mrn);
        assertThat(http.send("POST", "/messages/dead-letters/" + id + "/replay", new byte[0])
                        .text())
                .contains("fatal-error");
        assertThat(http.get("/channels").text()).contains("messages-in");
        assertThat(http.get("/hl7v2/dead-letters").text()).doesNotContain(mrn);
        assertThat(http.delete("/messages/dead-letters/" + id).status()).isEqualTo(204);
        assertThat(http.get("/messages/dead-letters/" + id + "0000").status()).isEqualTo(404);
    }

    @Test
    void answersAboutSuicideAreReadInARefusedMessageToo() {
        Bundle message = rating(2, "urn:uuid:" + UUID.randomUUID());
        Observation item = (Observation) message.getEntry().get(2).getResource();
        item.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));
        item.setStatus(null);

        refused(message);
        assertThat(of("Observation")).isEmpty();
        assertThat(of("Flag")).hasSize(1);
        refused(message);
        assertThat(of("Flag")).hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> badMessagesAreToldWhatIsWrong() {
        return Stream.of(
                bad("no event", "MessageHeader.eventCoding", m -> header(m).setEvent(null)),
                bad("another event", "takes the events tms-referral", m -> event(m, "patient-moved")),
                bad("no sender", "MessageHeader.source.endpoint", m -> header(m).setSource(null)),
                bad("no focus", "does not say what it is about", m -> header(m).setFocus(null)),
                bad("a focus that is not there", "points to no entry", m -> header(m)
                        .getFocusFirstRep()
                        .setReference("urn:uuid:" + UUID.randomUUID())),
                bad("a focus of another type", "is about ServiceRequest or Task", m -> focus(m, 3)),
                bad("no order", "has a ServiceRequest as its focus", m -> focus(m, 2)),
                bad("two patients", "about one patient", m -> m.addEntry()
                        .setFullUrl("urn:uuid:" + UUID.randomUUID())
                        .setResource(new Patient())),
                bad(
                        "one fullUrl twice",
                        "Two entries have one fullUrl",
                        m -> m.addEntry(m.getEntry().get(1).copy())),
                bad("one identifier twice", "Two entries have one identifier", m -> m.addEntry(
                                m.getEntry().get(2).copy())
                        .getEntry()
                        .get(4)
                        .setFullUrl("urn:uuid:" + UUID.randomUUID())),
                bad("a resource of nobody's care", "No message brings a Subscription", m -> m.addEntry()
                        .setResource(new Subscription().setCriteria("Patient?"))),
                bad("an empty entry", "holds a resource", m -> m.addEntry().setFullUrl("urn:uuid:1")),
                bad(
                        "an answer",
                        "answer to a message",
                        m -> header(m).getResponse().setIdentifier("x").setCode(ResponseType.OK)));
    }

    private DynamicTest bad(String name, String why, Consumer<Bundle> spoiled) {
        return DynamicTest.dynamicTest(name, () -> {
            aNewPatient();
            Bundle message = referral(TaskStatus.REQUESTED);
            spoiled.accept(message);
            assertThat(refused(message)).contains(why);
            assertThat(found("Task")).isEmpty();
        });
    }

    @Test
    void whatIsNoMessageIsABadRequest() {
        Bundle anonymous = referral(TaskStatus.REQUESTED);
        anonymous.setIdentifier(null);
        header(anonymous).setId((String) null);
        anonymous.getEntryFirstRep().setFullUrl(null);
        Bundle headless = referral(TaskStatus.REQUESTED);
        headless.getEntry().remove(0);
        badRequest(http.post("$process-message", new Patient()), "Bundle of type message");
        badRequest(http.post("$process-message", new Parameters()), "Bundle of type message");
        badRequest(http.post("$process-message", new Bundle().setType(BundleType.BATCH)), "Bundle of type message");
        badRequest(http.post("$process-message", "{"), "");
        badRequest(http.post("$process-message", headless), "first entry");
        badRequest(http.post("$process-message", anonymous), "no number");
        badRequest(http.post("$process-message?async=true", referral(TaskStatus.REQUESTED)), "at once");
        badRequest(http.post("$process-message?response-url=http://x.example.org", referral(null)), "at once");
        badRequest(http.post("$process-message?wait=1", referral(null)), "no parameter wait");
    }

    private static void badRequest(Answer answer, String why) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.outcome()).contains(why);
    }

    @Test
    void theStatementNamesTheMessagesThatItTakes() {
        CapabilityStatement statement = http.get("metadata").as(CapabilityStatement.class);

        assertThat(statement.getMessagingFirstRep().getSupportedMessage())
                .hasSize(5)
                .allSatisfy(each -> assertThat(http.get("MessageDefinition?url=" + each.getDefinition())
                                .bundle()
                                .getEntry())
                        .hasSize(1));
        assertThat(statement.getRestFirstRep().getOperation())
                .extracting(each -> each.getName())
                .contains("process-message");
    }

    private Answer sent(Bundle message) {
        Answer answer = http.post("$process-message", message);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.bundle().getType()).isEqualTo(BundleType.MESSAGE);
        return answer;
    }

    private Bundle taken(Bundle message) {
        Answer answer = sent(message);
        assertThat(response(answer.bundle()).getCode()).as(answer.text()).isEqualTo(ResponseType.OK);
        return answer.bundle();
    }

    /** What the answer says is wrong. */
    private String refused(Bundle message) {
        Answer answer = sent(message);
        assertThat(response(answer.bundle()).getCode()).as(answer.text()).isEqualTo(ResponseType.FATALERROR);
        OperationOutcome outcome =
                (OperationOutcome) answer.bundle().getEntry().get(1).getResource();
        return outcome.getIssueFirstRep().getDiagnostics() + " "
                + outcome.getIssueFirstRep().getExpression();
    }

    private static MessageHeader header(Bundle message) {
        return (MessageHeader) message.getEntryFirstRep().getResource();
    }

    private static MessageHeader.MessageHeaderResponseComponent response(Bundle message) {
        return header(message).getResponse();
    }

    /** Those of this test, by its number. */
    private List<Resource> found(String type) {
        return resources(type + "?identifier=urn:test%7C" + mrn);
    }

    private List<Resource> of(String type) {
        return resources(type + "?subject:Patient.identifier=urn:test%7C" + mrn);
    }

    private List<Resource> resources(String search) {
        return http.get(search).bundle().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    /** Header, order, Task, patient. */
    private Bundle referral(TaskStatus status) {
        Bundle message = message("tms-referral");
        String patient = "urn:uuid:" + UUID.randomUUID();
        ServiceRequest order = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(TMS, "tms-course", null)))
                .setSubject(new Reference(patient))
                .setRequester(new Reference("Practitioner/9"))
                .addIdentifier(number());
        order.setId("o-1");
        Task task = new Task()
                .setStatus(status)
                .setIntent(Task.TaskIntent.ORDER)
                .setCode(new CodeableConcept(new Coding(TRD, "referral", null)))
                .setFor(new Reference(patient))
                .setFocus(new Reference("ServiceRequest/o-1"))
                .addIdentifier(number());
        message.addEntry().setFullUrl(EHR + "ServiceRequest/o-1").setResource(order);
        message.addEntry().setFullUrl(EHR + "Task/t-1").setResource(task);
        message.addEntry().setFullUrl(patient).setResource(new Patient().addIdentifier(number()));
        header(message).addFocus().setReference(EHR + "ServiceRequest/o-1");
        header(message).addFocus().setReference(EHR + "Task/t-1");
        return message;
    }

    /** Header, patient, score. */
    private Bundle rating(int points, String address) {
        Bundle message = message("rating-result");
        String patient = "urn:uuid:" + UUID.randomUUID();
        message.addEntry().setFullUrl(patient).setResource(new Patient().addIdentifier(number()));
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

    private Bundle message(String event) {
        Bundle message = new Bundle().setType(BundleType.MESSAGE);
        message.setIdentifier(new Identifier().setSystem("urn:test:" + mrn).setValue(UUID.randomUUID() + ""));
        MessageHeader header = new MessageHeader();
        header.setId(UUID.randomUUID().toString());
        header.getSource().setEndpoint("https://ehr.example.org/msg");
        message.addEntry().setFullUrl("urn:uuid:" + header.getId()).setResource(header);
        event(message, event);
        return message;
    }

    private static void event(Bundle message, String event) {
        header(message).setEvent(new Coding(EVENTS, event, null));
    }

    private static void focus(Bundle message, int entry) {
        int index = Math.min(entry, message.getEntry().size() - 1);
        header(message).setFocus(null);
        header(message).addFocus().setReference(message.getEntry().get(index).getFullUrl());
    }

    private Identifier number() {
        return new Identifier().setSystem("urn:test").setValue(mrn);
    }
}
