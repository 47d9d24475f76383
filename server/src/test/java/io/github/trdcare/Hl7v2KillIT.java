package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No message is lost: a sender sends, some of it twice and some of it broken, and the server is killed twice meanwhile. */
@Tag("storage")
class Hl7v2KillIT {
    /** A longer run sets more. */
    private static final int MESSAGES = Integer.getInteger("trd.test.messages", 1000);

    private static final int KILLS = 2;
    private static final int PATIENTS = 20;

    private final JarDatabase database = JarDatabase.prepared();
    private final Random chance = new Random(2026);
    private final Map<Integer, String> answers = new HashMap<>();
    private final Set<Integer> broken = new HashSet<>();

    @Test
    void storesEachAcknowledgedMessageOnceAndKeepsEachBrokenOne() throws Exception {
        int port = Mllp.freePort();
        List<Integer> toSend = script();
        int sent = 0;
        for (int part = 0; part <= KILLS; part++) {
            try (ServerJar server = database.start("--trd.hl7v2.enabled=true", "--trd.hl7v2.port=" + port)) {
                int until = toSend.size() * (part + 1) / (KILLS + 1);
                Thread killer = killer(server, part < KILLS);
                sent = send(port, toSend, sent, until, killer);
                killer.join();
                if (part == KILLS) {
                    send(port, toSend, sent, toSend.size(), new Thread());
                    assertThatAllIsThere(server.http());
                }
            }
        }
    }

    /** Every message once, and one in five of them again, soon after. */
    private List<Integer> script() {
        List<Integer> script = new ArrayList<>();
        for (int number = 0; number < MESSAGES; number++) {
            script.add(number);
            if (chance.nextInt(20) == 0) {
                broken.add(number);
            }
            if (chance.nextInt(5) == 0) {
                script.add(Math.max(0, number - chance.nextInt(3)));
            }
        }
        return script;
    }

    /** Kills the server in the middle of its work. */
    private static Thread killer(ServerJar server, boolean kills) {
        return new Thread(() -> {
            if (kills) {
                server.kill();
            }
        });
    }

    /** A sender that is cut off sends the same message again to the next server; answers stay the same for ever. */
    private int send(int port, List<Integer> toSend, int from, int until, Thread killer) {
        int next = from;
        try (Mllp sender = new Mllp(port)) {
            while (next < toSend.size()) {
                if (next == until && killer.getState() == Thread.State.NEW) {
                    killer.start();
                }
                int number = toSend.get(next);
                String answer = sender.send(message(number).getBytes(StandardCharsets.UTF_8));
                if (answer.isEmpty()) {
                    return next;
                }
                if (!broken.contains(number)) {
                    assertThat(answers.computeIfAbsent(number, first -> answer)).isEqualTo(answer);
                }
                assertThat(answer).contains(broken.contains(number) ? "MSA|AE|C" : "MSA|AA|C");
                next++;
            }
        } catch (IOException killed) {
            return next;
        }
        return next;
    }

    private void assertThatAllIsThere(FhirHttp http) throws IOException {
        Map<String, Integer> stored = new HashMap<>();
        String page = "Observation?code=http://loinc.org%7C44261-6&_count=500";
        while (page != null) {
            Bundle found = http.get(page).bundle();
            found.getEntry().stream()
                    .map(entry -> ((Observation) entry.getResource())
                            .getIdentifierFirstRep()
                            .getValue())
                    .forEach(value -> stored.merge(value.replaceFirst(".*#F(\\d+)\\..*", "$1"), 1, Integer::sum));
            page = found.getLink("next") == null ? null : found.getLink("next").getUrl();
        }
        assertThat(answers).hasSize(MESSAGES - broken.size());
        assertThat(stored.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        answers.keySet().stream().map(String::valueOf).toList());
        assertThat(stored.values()).allMatch(times -> times == 1);
        assertThat(http.get("Patient?_summary=count").bundle().getTotal()).isEqualTo(PATIENTS);
        Set<String> dead = new HashSet<>();
        for (JsonNode letter :
                new ObjectMapper().readTree(http.get("/hl7v2/dead-letters").text())) {
            dead.add(letter.path("controlId").asText());
        }
        assertThat(dead)
                .containsExactlyInAnyOrderElementsOf(
                        broken.stream().map(number -> "C" + number).toList());
    }

    private String message(int number) {
        String value = broken.contains(number) ? "many" : "" + number % 28;
        return "MSH|^~\\&|PROMS|LAKESIDE|TRD-CARE||20260309101500||ORU^R01^ORU_R01|C" + number + "|P|2.5.1\r"
                + "PID|1||P" + number % PATIENTS + "^^^LAKESIDE^MR||Sender^Test\r"
                + "OBR|1||F" + number + "^PROMS|44249-1^PHQ-9^LN|||20260309100000||||||||||||||||||F\r"
                + "OBX|1|NM|44261-6^PHQ-9 total^LN||" + value + "||||||F\r";
    }
}
