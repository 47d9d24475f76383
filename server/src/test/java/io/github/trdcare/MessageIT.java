package io.github.trdcare;

import static io.github.trdcare.MessageSender.event;
import static io.github.trdcare.MessageSender.focus;
import static io.github.trdcare.MessageSender.header;
import static io.github.trdcare.MessageSender.response;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
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

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private MessageSender ehr;

    @BeforeEach
    void aNewPatient() {
        http = new FhirHttp(port);
        ehr = new MessageSender(http);
    }

    @Test
    void aReferralIsStoredWithAllThatItRestsOn() {
        Bundle answer = ehr.taken(ehr.referral(TaskStatus.REQUESTED));

        assertThat(response(answer).getIdentifier()).isNotBlank();
        assertThat(header(answer).getEventCoding().getCode()).isEqualTo("tms-referral");
        assertThat(header(answer).getDestinationFirstRep().getEndpoint()).isEqualTo("https://ehr.example.org/msg");
        String patient = ehr.found("Patient")
                .get(0)
                .getIdElement()
                .toUnqualifiedVersionless()
                .getValue();
        Task task = (Task) ehr.found("Task").get(0);
        ServiceRequest order = (ServiceRequest) ehr.found("ServiceRequest").get(0);
        assertThat(task.getFor().getReference()).isEqualTo(patient);
        assertThat(task.getFocus().getReference())
                .isEqualTo(order.getIdElement().toUnqualifiedVersionless().getValue());
        assertThat(order.getRequester().getReference()).isEqualTo(MessageSender.ADDRESS + "Practitioner/9");
        assertThat(http.get("Provenance?target=" + patient).text()).contains("FHIR message tms-referral");
    }

    @Test
    void theSameMessageIsAnsweredAsBeforeAndChangesNothing() {
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        String first = ehr.sent(message).text();

        assertThat(ehr.sent(message).text()).isEqualTo(first);
        Answer wrapped = http.post(
                "$process-message",
                new Parameters()
                        .addParameter(new Parameters.ParametersParameterComponent()
                                .setName("content")
                                .setResource(message)));
        assertThat(wrapped.text()).isEqualTo(first);
        assertThat(ehr.found("Task"))
                .singleElement()
                .satisfies(task -> assertThat(task.getMeta().getVersionId()).isEqualTo("1"));

        ((Task) message.getEntry().get(2).getResource()).setDescription("Other words");
        assertThat(ehr.refused(message)).contains("taken under this number");
        assertThat(((Task) ehr.found("Task").get(0)).getDescription()).isNull();
    }

    @Test
    void aSenderWithoutIdentifiersIsKnownByItsAddresses() {
        Bundle first = ehr.rating(12, MessageSender.ADDRESS + "Observation/" + ehr.number());
        Bundle corrected = ehr.rating(13, MessageSender.ADDRESS + "Observation/" + ehr.number());
        ehr.taken(first);
        ehr.taken(corrected);

        assertThat(ehr.of("Observation")).singleElement().satisfies(score -> assertThat(
                        ((Observation) score).getValueQuantity().getValue())
                .isEqualByComparingTo("13"));
    }

    @Test
    void ofParallelSendersOneWins() throws Exception {
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        List<String> answers =
                Together.all(Collections.nCopies(12, () -> ehr.sent(message).text()));
        assertThat(answers).containsOnly(answers.get(0));
        assertThat(ehr.found("Task")).hasSize(1);
        assertThat(ehr.found("Patient")).hasSize(1);
        assertThat(http.get("Provenance?target=Task/"
                                + ehr.found("Task").get(0).getIdElement().getIdPart())
                        .bundle()
                        .getEntry())
                .hasSize(1);
    }

    @Test
    void aRefusedMessageStoresNothingOfItselfAndWaitsForItsOperator() {
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        ((Task) message.getEntry().get(2).getResource()).setIntent(null);

        assertThat(ehr.refused(message)).contains("intent");
        assertThat(ehr.found("ServiceRequest")).isEmpty();
        assertThat(ehr.found("Task")).isEmpty();
        String letters = http.get("/messages/dead-letters").text();
        assertThat(letters).contains(ehr.number());
        String id = letters.replaceFirst("(?s).*\"id\":(\\d+),[^}]*\"controlId\":\"[^\"]*" + ehr.number() + ".*", "$1");
        assertThat(http.get("/messages/dead-letters/" + id).text()).contains("tms-referral", ehr.number());
        assertThat(http.send("POST", "/messages/dead-letters/" + id + "/replay", new byte[0])
                        .text())
                .contains("fatal-error");
        assertThat(http.get("/channels").text()).contains("messages-in");
        assertThat(http.get("/hl7v2/dead-letters").text()).doesNotContain(ehr.number());
        assertThat(http.delete("/messages/dead-letters/" + id).status()).isEqualTo(204);
        assertThat(http.get("/messages/dead-letters/" + id + "0000").status()).isEqualTo(404);
    }

    @Test
    void answersAboutSuicideAreReadInARefusedMessageToo() {
        Bundle message = ehr.rating(2, "urn:uuid:" + UUID.randomUUID());
        Observation item = (Observation) message.getEntry().get(2).getResource();
        item.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));
        item.setStatus(null);

        ehr.refused(message);
        assertThat(ehr.of("Observation")).isEmpty();
        assertThat(ehr.of("Flag")).hasSize(1);
        ehr.refused(message);
        assertThat(ehr.of("Flag")).hasSize(1);
    }

    @Test
    void anAnswerAboutSuicideIsReadWhereTheMessageNamesItsPatientByNumber() {
        Bundle message = ehr.rating(2, "urn:uuid:" + UUID.randomUUID());
        Observation item = (Observation) message.getEntry().get(2).getResource();
        item.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));
        item.getSubject().setReference(null).setIdentifier(ehr.identifier());

        ehr.taken(message);
        assertThat(ehr.of("Observation")).hasSize(1);
        assertThat(ehr.of("Flag")).hasSize(1);
    }

    @Test
    void aRefusedMessageWithoutSuchAnswersStoresNobody() {
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        event(message, "patient-moved");

        ehr.refused(message);
        assertThat(ehr.found("Patient")).isEmpty();
    }

    @Test
    void someoneWithoutANumberIsStoredOnceHoweverOftenTheMessageIsRefused() {
        Bundle message = ehr.rating(2, "urn:uuid:" + UUID.randomUUID());
        Observation item = (Observation) message.getEntry().get(2).getResource();
        item.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));
        item.setStatus(null);
        Patient patient = (Patient) message.getEntry().get(1).getResource();
        patient.setIdentifier(null).addName().setFamily("F" + ehr.number());

        ehr.refused(message);
        ehr.refused(message);
        assertThat(http.get("Patient?family=F" + ehr.number()).bundle().getEntry())
                .hasSize(1);
        assertThat(http.get("Flag?subject:Patient.family=F" + ehr.number())
                        .bundle()
                        .getEntry())
                .hasSize(1);
    }

    @Test
    void aNumberOfTwoRecordsStillRaisesTheAlert() {
        for (int i = 0; i < 2; i++) {
            http.post("Patient", new Patient().addIdentifier(ehr.identifier()));
        }
        Bundle message = ehr.rating(2, "urn:uuid:" + UUID.randomUUID());
        Observation item = (Observation) message.getEntry().get(2).getResource();
        item.setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)));

        ehr.refused(message);
        assertThat(ehr.of("Flag")).hasSize(1);
    }

    @Test
    void anAnswerHasItsLengthWhateverTheMessageSays() {
        Bundle message = ehr.referral(TaskStatus.REQUESTED);
        event(message, "patient-moved");
        header(message).getEventCoding().setDisplay("x".repeat(30_000));
        header(message).getSource().setEndpoint("https://ehr.example.org/" + "y".repeat(30_000));

        assertThat(ehr.refused(message)).contains("takes the events");
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
            Bundle message = ehr.referral(TaskStatus.REQUESTED);
            spoiled.accept(message);
            assertThat(ehr.refused(message)).contains(why);
            assertThat(ehr.found("Task")).isEmpty();
        });
    }

    @Test
    void whatIsNoMessageIsABadRequest() {
        Bundle anonymous = ehr.referral(TaskStatus.REQUESTED);
        anonymous.setIdentifier(null);
        header(anonymous).setId((String) null);
        anonymous.getEntryFirstRep().setFullUrl(null);
        Bundle headless = ehr.referral(TaskStatus.REQUESTED);
        headless.getEntry().remove(0);
        badRequest(http.post("$process-message", new Patient()), "Bundle of type message");
        badRequest(http.post("$process-message", new Parameters()), "Bundle of type message");
        badRequest(http.post("$process-message", new Bundle().setType(BundleType.BATCH)), "Bundle of type message");
        badRequest(http.post("$process-message", "{"), "");
        badRequest(http.post("$process-message", headless), "first entry");
        badRequest(http.post("$process-message", anonymous), "no number");
        badRequest(http.post("$process-message?async=true", ehr.referral(TaskStatus.REQUESTED)), "at once");
        badRequest(http.post("$process-message?response-url=http://x.example.org", ehr.referral(null)), "at once");
        badRequest(http.post("$process-message?wait=1", ehr.referral(null)), "no parameter wait");
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
}
