package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.Receiver.Message;
import io.github.trdcare.chart.Ours;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Subscribers over HTTP: asked, told, told again. */
class OutboxIT extends Subscribing {
    @Test
    void tellsWithinTwoSeconds() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        List<Duration> took = new ArrayList<>();
        for (int score = 1; score <= 5; score++) {
            Instant written = Instant.now();
            id(fhir.post("Observation", phq9(score)));
            took.add(Duration.between(
                    written, receiver.awaitEvents(score, SOON).get(score - 1).at()));
        }
        took.sort(null);
        assertThat(took.get(2)).as("the median of %s", took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shakesHandsBecomesActiveAndTellsWhatHappened() {
        subscribe(Subscriptions.topic("phq9-result", receiver.address()));
        assertThat(receiver.messages().get(0).type()).isEqualTo("handshake");
        String score = id(fhir.post("Observation", phq9(12)));
        Message told = receiver.awaitEvents(1, SOON).get(0);
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
        id(fhir.post("Observation", phq9(12)));
        Message told = receiver.awaitEvents(1, SOON).get(0);
        assertThat(told.bundle().getEntry()).hasSize(1);
        assertThat(told.body()).doesNotContain("Observation/");
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
        subscribe(wish);
        fhir.post("Observation", phq9(1));
        receiver.awaitEvents(1, SOON);
        Instant over = Instant.now().plusSeconds(5);
        Subscription ending = fhir.get(subscription).as(Subscription.class);
        ending.setEnd(java.util.Date.from(over));
        put(ending);
        while (!Instant.now().isAfter(over.plusSeconds(1))) {
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
}
