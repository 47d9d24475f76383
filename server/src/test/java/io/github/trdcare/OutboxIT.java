package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.Receiver.Message;
import io.github.trdcare.chart.Ours;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscribers over HTTP: asked, told, told again. */
@ServerTest
@Tag("storage")
class OutboxIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Receiver receiver = Receiver.listening();
    private FhirHttp fhir;
    private String patient;
    private String subscription = "";

    @BeforeEach
    void makeAPatient(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        patient = "Patient/" + id(fhir.post("Patient", new Patient()));
    }

    @AfterEach
    void endTheSubscription() {
        if (!subscription.isEmpty()) {
            fhir.delete(subscription);
        }
        receiver.close();
    }

    @Test
    void shakesHandsBecomesActiveAndTellsWithinTwoSeconds() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        assertThat(receiver.messages().get(0).type()).isEqualTo("handshake");
        Instant written = Instant.now();
        String score = id(fhir.post("Observation", phq9(12)));
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.at()).isBefore(written.plusSeconds(2));
        Bundle bundle = told.bundle();
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.HISTORY);
        assertThat(bundle.getEntry()).hasSize(2);
        assertThat(bundle.getEntry().get(1).getResource())
                .as("the identity alone by default")
                .isNull();
        assertThat(bundle.getEntry().get(1).getFullUrl()).endsWith("/Observation/" + score);
        assertThat(told.status().getParameter("status").getValue().primitiveValue())
                .isEqualTo("active");
        assertThat(told.numbers()).containsExactly(1L);
        assertThat(told.body()).doesNotContain(patient);
    }

    @Test
    void tellsWholeResourcesOnlyToWhomAsksForThem() {
        subscribe(Subscriptions.withContent(Subscriptions.topic("phq9-result", receiver.address()), "full-resource"));
        String score = id(fhir.post("Observation", phq9(12)));
        Observation told = (Observation)
                receiver.awaitEvents(1, SOON).get(0).bundle().getEntry().get(1).getResource();
        assertThat(told.getIdElement().getIdPart()).isEqualTo(score);
        assertThat(told.getValueQuantity().getValue()).isEqualByComparingTo("12");
    }

    @Test
    void saysNothingButThatSomethingHappenedWhenTheContentIsEmpty() {
        subscribe(Subscriptions.withContent(Subscriptions.topic("phq9-result", receiver.address()), "empty"));
        String score = id(fhir.post("Observation", phq9(12)));
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.bundle().getEntry()).hasSize(1);
        assertThat(told.body()).doesNotContain(score);
    }

    @Test
    void narrowsATopicByItsFilters() {
        subscribe(Subscriptions.filtered(
                Subscriptions.topic("phq9-result", receiver.address()), "Observation?patient=" + patient));
        String other = "Patient/" + id(fhir.post("Patient", new Patient()));
        fhir.post("Observation", phq9(9).setSubject(new Reference(other)));
        String score = id(fhir.post("Observation", phq9(12)));
        List<Message> told = receiver.awaitEvents(1, SOON);
        assertThat(told.get(0).body()).contains("Observation/" + score);
        assertThat(told.get(0).numbers()).containsExactly(1L);
    }

    @Test
    void tellsInOrderWhatAWholeTransactionBringsAndInBatchesWhenAsked() {
        subscribe(Subscriptions.atOnce(Subscriptions.topic("phq9-result", receiver.address()), 10));
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        for (int i = 0; i < 25; i++) {
            bundle.addEntry()
                    .setResource(phq9(i))
                    .getRequest()
                    .setMethod(Bundle.HTTPVerb.POST)
                    .setUrl("Observation");
        }
        assertThat(fhir.post("", bundle).status()).isEqualTo(200);
        receiver.awaitEvents(3, SOON);
        assertThat(receiver.events().stream().flatMap(message -> message.numbers().stream()))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void tellsAnR4RestHookByUpdatesOfItsCopy() {
        subscribe(Subscriptions.to("Observation?code=44261-6&patient=" + patient, receiver.address()));
        String score = id(fhir.post("Observation", phq9(12)));
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.method()).isEqualTo("PUT");
        assertThat(told.path()).isEqualTo("/hook/Observation/" + score);
        assertThat(told.body()).contains("\"44261-6\"");
        assertThat(told.numbers()).containsExactly(1L);
    }

    @Test
    void tellsAnR4RestHookWithoutPayloadByAnEmptyPost() {
        Subscription wish = Subscriptions.to("Observation?patient=" + patient, receiver.address());
        wish.getChannel().setPayload(null);
        subscribe(wish);
        fhir.post("Observation", phq9(12));
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.method()).isEqualTo("POST");
        assertThat(told.body()).isEmpty();
    }

    @Test
    void triesAgainInOrderUntilTheSubscriberIsBackAndTellsItsStateMeanwhile() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        receiver.answers(503);
        for (int i = 0; i < 5; i++) {
            fhir.post("Observation", phq9(i));
        }
        awaitState("error");
        receiver.answers(200);
        receiver.awaitEvents(5, SOON);
        assertThat(receiver.events().stream().flatMap(message -> message.numbers().stream()))
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        awaitState("active");
    }

    @Test
    void answersWhatWasToldAndTellsItAgainUnderTheSameNumbers() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        for (int i = 0; i < 3; i++) {
            fhir.post("Observation", phq9(i));
        }
        receiver.awaitEvents(3, SOON);
        Bundle events = fhir.get(subscription + "/$events?eventsSinceNumber=2&content=full-resource")
                .bundle();
        assertThat(events.getEntry()).hasSize(3);
        assertThat(((Parameters) events.getEntryFirstRep().getResource())
                        .getParameter("events-since-subscription-start")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("3");
        Parameters from = new Parameters().addParameter("from", new IntegerType(2));
        Answer replay = fhir.post(subscription + "/$replay", from);
        assertThat(replay.as(Parameters.class).getParameter("queued").getValue().primitiveValue())
                .as(replay.text())
                .isEqualTo("2");
        receiver.awaitEvents(5, SOON);
        assertThat(receiver.events().stream().flatMap(message -> message.numbers().stream()))
                .containsExactly(1L, 2L, 3L, 2L, 3L);
    }

    @Test
    void tellsThatAGoalIsAchievedOnceAndNotAtEachLaterChange() {
        subscribe(Subscriptions.filtered(
                Subscriptions.topic("goal-achieved", receiver.address()), "Goal?patient=" + patient));
        Goal goal = new Goal().setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.setDescription(new CodeableConcept().setText("Walk")).setSubject(new Reference(patient));
        goal.setId(id(fhir.post("Goal", goal)));
        goal.setAchievementStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/goal-achievement", "achieved", null)));
        put(goal);
        put(goal.addNote(new org.hl7.fhir.r4.model.Annotation().setText("well done")));
        fhir.post("Goal", goal.setId((String) null));
        receiver.awaitEvents(2, SOON);
        assertThat(receiver.events()).hasSize(2);
    }

    @Test
    void tellsEachChangeOfAReferralsStatusAndNoOther() {
        subscribe(Subscriptions.filtered(
                Subscriptions.topic("referral-status", receiver.address()), "Task?patient=" + patient));
        Task referral = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        referral.setCode(new CodeableConcept(new Coding(Ours.TRD, "referral", null)))
                .setFor(new Reference(patient));
        referral.setId(id(fhir.post("Task", referral)));
        put(referral.setDescription("TMS"));
        put(referral.setStatus(TaskStatus.RECEIVED));
        receiver.awaitEvents(2, SOON);
        assertThat(fhir.get(subscription + "/$events").bundle().getEntry()).hasSize(3);
    }

    @Test
    void tellsASafetyAlertThatAnAnswerRaises() {
        subscribe(Subscriptions.filtered(
                Subscriptions.topic("safety-alert", receiver.address()), "Task?patient=" + patient));
        Observation item = phq9(2).setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)))
                .setEffective(new DateTimeType(java.util.Date.from(Instant.now().minusSeconds(60))));
        assertThat(fhir.post("Observation", item).status()).isEqualTo(201);
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.bundle().getEntry().get(1).getFullUrl()).contains("/Task/");
    }

    @Test
    void givesUpWhatIsTooOldAndTellsItWhenAnOperatorAsks(@Autowired JdbcClient jdbc) {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        receiver.answers(500);
        fhir.post("Observation", phq9(1));
        awaitState("error");
        jdbc.sql("update trd_delivery set queued_at = ? where subscriber = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC).minusHours(73), subscription)
                .update();
        awaitChannel("\"depth\":0,\"dead\":1");
        assertThat(fhir.get("/channels").text()).contains("the endpoint answered HTTP 500");
        assertThat(fhir.get("/actuator/prometheus").text()).contains("trd_channel_depth");
        receiver.answers(200);
        Answer replay = fhir.post("/channels/replay?channel=" + subscription, "");
        assertThat(replay.text()).contains("\"queued\":1");
        receiver.awaitEvents(1, SOON);
        awaitChannel("\"depth\":0,\"dead\":0");
        assertThat(fhir.post("/channels/replay?channel=nobody", "").status()).isEqualTo(404);
    }

    private void awaitChannel(String figures) {
        Instant end = Instant.now().plus(SOON);
        while (!fhir.get("/channels").text().matches("(?s).*\"" + subscription + "\"[^}]*" + figures + ".*")
                && Instant.now().isBefore(end)) {
            pause();
        }
        assertThat(fhir.get("/channels").text()).contains(figures);
    }

    @Test
    void saysThatAllIsWellWhenThereIsNothingToTell() {
        Subscription wish = Subscriptions.topic("care-plan-changed", receiver.address());
        wish.getChannel().addExtension(Subscriptions.BACKPORT + "backport-heartbeat-period", new UnsignedIntType(10));
        subscribe(wish);
        receiver.await(1, message -> message.type().equals("heartbeat"), SOON);
    }

    @Test
    void endsAtTheEndOfItsSubscription() {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        wish.setEnd(java.util.Date.from(Instant.now().plusSeconds(6)));
        subscribe(wish);
        fhir.post("Observation", phq9(1));
        receiver.awaitEvents(1, SOON);
        Instant over = Instant.now().plusSeconds(7);
        while (Instant.now().isBefore(over)) {
            pause();
        }
        fhir.post("Observation", phq9(2));
        assertThat(fhir.get(subscription + "/$events").bundle().getEntry()).hasSize(2);
    }

    @Test
    void endsWithItsSubscription() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        assertThat(fhir.delete(subscription).status()).isEqualTo(200);
        fhir.post("Observation", phq9(3));
        assertThat(fhir.get(subscription + "/$status").status()).isIn(404, 410);
        subscription = "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel.type         | websocket                              | rest-hook",
                "channel.endpoint     | http://169.254.169.254/latest          | trd.outbound.allow",
                "channel.endpoint     | https://ehr.example.org/notify         | trd.outbound.allow",
                "channel.endpoint     | file:///etc/passwd                     | https",
                "channel.endpoint     | not an address                         | address",
                "channel.payload      | text/plain                             | application/fhir+json",
                "channel.header       | Authorization                          | Name: value",
                "status               | active                                 | requested",
                "end                  | 2020-01-01T00:00:00Z                   | to come",
                "criteria             | https://example.org/SubscriptionTopic/x| one of",
                "criteria             | Observation?subject.name=x             | criteria",
                "criteria             | Observation?no-such=x                  | criteria",
                "criteria             | NoSuchType?x=y                         | criteria",
                "criteria             | everything please                      | such as",
                "content              | all-of-it                              | id-only",
                "filter               | Observation?value-quantity=3           | patient",
                "filter               | Patient?name=x                         | patient",
                "max-count            | 5000                                   | 100"
            })
    void refusesWhatItCouldNotServe(String element, String value, String right) {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        switch (element) {
            case "channel.type" -> wish.getChannel().setType(Subscription.SubscriptionChannelType.WEBSOCKET);
            case "channel.endpoint" -> wish.getChannel().setEndpoint(value);
            case "channel.payload" -> wish.getChannel().setPayload(value);
            case "channel.header" -> wish.getChannel().addHeader(value);
            case "status" -> wish.setStatus(SubscriptionStatus.ACTIVE);
            case "end" -> wish.setEndElement(new org.hl7.fhir.r4.model.InstantType(value));
            case "criteria" -> wish.setCriteria(value);
            case "content" -> Subscriptions.withContent(wish, value);
            case "filter" -> Subscriptions.filtered(wish, value);
            default -> Subscriptions.atOnce(wish, Integer.parseInt(value));
        }
        Answer answer = fhir.post("Subscription", wish);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.outcome()).contains("Subscription.").contains(right);
    }

    /** However a client writes it: by itself, in a transaction, or by changing something harmless into one. */
    @Test
    void refusesTopicsOfClients() {
        Basic topic = new Basic();
        topic.setCode(new CodeableConcept(new Coding("http://hl7.org/fhir/fhir-types", "SubscriptionTopic", null)));
        Answer answer = fhir.post("Basic", topic);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.outcome()).contains("Basic.code").contains("phq9-result");
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(topic)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Basic");
        assertThat(fhir.post("", bundle).status()).isEqualTo(422);
        Basic harmless = new Basic().setCode(new CodeableConcept().setText("note"));
        harmless.setId(id(fhir.post("Basic", harmless)));
        harmless.setCode(topic.getCode());
        assertThat(fhir.put("Basic/" + harmless.getIdPart(), harmless).status()).isEqualTo(422);
    }

    /** The type of a topic in R5, which R4 does not have. */
    @Test
    void refusesATopicInTheFormOfR5InWords() {
        String topic =
                "{\"resourceType\":\"SubscriptionTopic\",\"url\":\"https://example.org/t\",\"status\":\"active\"}";
        Answer alone = fhir.post("SubscriptionTopic", topic);
        assertThat(alone.status()).as(alone.text()).isEqualTo(404);
        assertThat(alone.outcome()).contains("SubscriptionTopic");
        Answer together = fhir.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + topic
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"SubscriptionTopic\"}}]}");
        assertThat(together.status()).as(together.text()).isEqualTo(400);
        assertThat(together.outcome()).contains("SubscriptionTopic");
    }

    @Test
    void sendsAHeadersValueToItsEndpointAndShowsItToNobody(@Autowired JdbcClient jdbc) {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        wish.getChannel().addHeader("Authorization: Bearer open-sesame");
        subscribe(wish);
        fhir.post("Observation", phq9(3));
        assertThat(receiver.awaitEvents(1, SOON).get(0).headers())
                .containsEntry("Authorization", List.of("Bearer open-sesame"));
        for (String search : List.of(
                subscription,
                subscription + "/_history/1",
                subscription + "/_history",
                "Subscription?_id=" + subscription.replace("Subscription/", ""),
                subscription + "/$status",
                subscription + "/$events?content=full-resource")) {
            assertThat(fhir.get(search).text())
                    .as(search)
                    .doesNotContain("sesame")
                    .contains(new IdType(subscription).getIdPart());
        }
        Subscription shown = fhir.get(subscription).as(Subscription.class);
        assertThat(shown.getChannel().getHeader().get(0).getValue()).startsWith("Authorization: hidden:");
        put(shown.setReason("another"));
        awaitState("active");
        fhir.post("Observation", phq9(4));
        assertThat(receiver.awaitEvents(2, SOON).get(1).headers())
                .as("what comes back as it was shown stays")
                .containsEntry("Authorization", List.of("Bearer open-sesame"));
        shown.getChannel().getHeader().get(0).setValue("Authorization: Bearer new-word");
        put(shown);
        fhir.post("Observation", phq9(5));
        assertThat(receiver.awaitEvents(3, SOON).get(2).headers())
                .containsEntry("Authorization", List.of("Bearer new-word"));
        String kept = "select count(*) from trd_header_value where content like 'Bearer %'";
        assertThat(jdbc.sql(kept).query(Integer.class).single()).isEqualTo(1);
        fhir.delete(subscription);
        assertThat(jdbc.sql(kept).query(Integer.class).single()).isZero();
        subscription = "";
    }

    @Test
    void sendsAHeadersValueToNoOtherEndpoint() {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        wish.getChannel().addHeader("Authorization: Bearer open-sesame");
        subscribe(wish);
        try (Receiver thief = Receiver.listening()) {
            Subscription theirs = fhir.get(subscription).as(Subscription.class);
            theirs.getChannel().setEndpoint(thief.address());
            for (Answer answer : List.of(
                    fhir.put(subscription, theirs),
                    fhir.post("Subscription", theirs.setStatus(SubscriptionStatus.REQUESTED)))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                assertThat(answer.outcome()).contains("Subscription.channel.header");
            }
            assertThat(thief.messages()).isEmpty();
        }
    }

    private void subscribe(Subscription wish) {
        Answer answer = fhir.post("Subscription", wish);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        subscription = "Subscription/" + id(answer);
        awaitState("active");
        assertThat(fhir.get(subscription).as(Subscription.class).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    private void awaitState(String state) {
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

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(Resource resource) {
        Answer answer =
                fhir.put(resource.fhirType() + "/" + resource.getIdElement().getIdPart(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Observation phq9(int total) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44261-6", null)))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-06-01"))
                .setValue(new Quantity(total));
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new IdType(answer.header("Location")).getIdPart();
    }
}
