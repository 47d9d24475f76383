package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.Receiver.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No event is lost: the subscriber is down, the server is killed, nodes share the work and one of them dies. */
@Tag("storage")
class OutboxKillIT {
    /** A longer run sets more. */
    private static final int EVENTS = Integer.getInteger("trd.test.events", 500);

    private static final int KILLS = 3;
    private static final String[] SETTINGS = {"--trd.outbound.allow=http://127.0.0.1:*", "--trd.outbox.longest-wait=5s"
    };

    private final JarDatabase database = JarDatabase.prepared();
    private final Set<String> acknowledged = new HashSet<>();
    private String patient;

    @Test
    void tellsEveryEventInOrderToASubscriberWhoWasDownWhileTheServerWasKilled() throws Exception {
        int port;
        try (ServerJar server = database.start(SETTINGS);
                Receiver first = Receiver.listening()) {
            port = first.port();
            patient = "Patient/" + id(server.http().post("Patient", new Patient()));
            subscribe(server.http(), first);
        }
        for (int kill = 0; kill <= KILLS; kill++) {
            try (ServerJar server = database.start(SETTINGS)) {
                write(server.http(), (EVENTS - acknowledged.size()) / (KILLS + 1 - kill));
                server.kill();
            }
        }
        assertThat(acknowledged).hasSize(EVENTS);
        try (Receiver back = Receiver.at(port);
                ServerJar server = database.start(SETTINGS)) {
            awaitAll(back);
            assertThatNothingIsLostOrOutOfOrder(back);
            assertThat(server.http().get("/channels").text())
                    .contains("\"depth\":0")
                    .doesNotContain("\"state\":\"error\"");
        }
    }

    /** Two nodes on one database, which an H2 file is not. */
    @Test
    void sharesTheWorkBetweenNodesAndHandsOverWhatADeadOneHeld() throws Exception {
        Assumptions.assumeTrue(TestDatabase.isPostgres());
        try (Receiver receiver = Receiver.listening();
                ServerJar one = database.start(SETTINGS);
                ServerJar two = database.start(SETTINGS)) {
            patient = "Patient/" + id(one.http().post("Patient", new Patient()));
            subscribe(one.http(), receiver);
            write(two.http(), EVENTS / 5);
            write(one.http(), EVENTS / 5);
            awaitAll(receiver);
            assertThat(numbers(receiver)).as("both alive: nothing twice").doesNotHaveDuplicates();
            write(one.http(), EVENTS / 5);
            one.kill();
            Instant died = Instant.now();
            write(two.http(), EVENTS / 5);
            awaitAll(receiver);
            assertThat(Duration.between(died, Instant.now())).isLessThan(Duration.ofMinutes(1));
            assertThatNothingIsLostOrOutOfOrder(receiver);
        }
    }

    private static void subscribe(FhirHttp fhir, Receiver receiver) throws InterruptedException {
        Answer answer = fhir.post("Subscription", Subscriptions.topic("phq9-result", receiver.address()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        String status = "Subscription/" + id(answer) + "/$status";
        Instant end = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(end)) {
            Parameters said =
                    (Parameters) fhir.get(status).bundle().getEntryFirstRep().getResource();
            if (said.getParameter("status").getValue().primitiveValue().equals("active")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("The subscription does not become active");
    }

    /** In transactions of several, and kept only when acknowledged. */
    private void write(FhirHttp fhir, int count) {
        int left = count;
        while (left > 0) {
            Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            for (int i = 0; i < Math.min(10, left); i++) {
                bundle.addEntry()
                        .setResource(score())
                        .getRequest()
                        .setMethod(Bundle.HTTPVerb.POST)
                        .setUrl("Observation");
            }
            Answer answer = fhir.post("", bundle);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.bundle()
                    .getEntry()
                    .forEach(entry ->
                            acknowledged.add(new IdType(entry.getResponse().getLocation()).getIdPart()));
            left -= bundle.getEntry().size();
        }
    }

    private Observation score() {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44261-6", null)))
                .setSubject(new Reference(patient))
                .setEffective(new DateTimeType("2026-06-01"))
                .setValue(new Quantity(7));
    }

    private void awaitAll(Receiver receiver) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        while (new HashSet<>(numbers(receiver)).size() < acknowledged.size()
                && Instant.now().isBefore(end)) {
            Thread.sleep(200);
        }
    }

    private void assertThatNothingIsLostOrOutOfOrder(Receiver receiver) {
        List<Long> firsts = new ArrayList<>();
        Map<Long, String> told = new HashMap<>();
        for (Message message : receiver.events()) {
            long number = message.numbers().get(0);
            String focus = new IdType(message.bundle().getEntry().get(1).getFullUrl()).getIdPart();
            assertThat(told.getOrDefault(number, focus))
                    .as("told again under the same number")
                    .isEqualTo(focus);
            if (told.put(number, focus) == null) {
                firsts.add(number);
            }
        }
        assertThat(firsts)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, acknowledged.size()).boxed().toList());
        assertThat(told.values()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private static List<Long> numbers(Receiver receiver) {
        return receiver.events().stream()
                .flatMap(message -> message.numbers().stream())
                .toList();
    }

    private static String id(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return new IdType(answer.header("Location")).getIdPart();
    }
}
