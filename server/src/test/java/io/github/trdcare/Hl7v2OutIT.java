package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others are told by HL7 v2: a whole story, to a receiver of ours and to one that others made. */
class Hl7v2OutIT {
    private static final Path STORY = Path.of("../examples/stories/01-remission-on-10hz");

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void tellsScoresPlansAppointmentsAndCharges() throws Exception {
        ForeignClients.install();
        Path said = Files.createTempFile(Path.of("target"), "received", ".txt");
        int foreign = Mllp.freePort();
        Process node = ForeignClients.start(said, "node", "receive.mjs", "" + foreign);
        try (ServerSocket own = new ServerSocket(0);
                ServerJar server = JarDatabase.prepared()
                        .start(
                                "--trd.hl7v2.destinations[0].name=BILLING",
                                "--trd.hl7v2.destinations[0].host=127.0.0.1",
                                "--trd.hl7v2.destinations[0].port=" + own.getLocalPort(),
                                "--trd.hl7v2.destinations[1].name=EHR",
                                "--trd.hl7v2.destinations[1].host=127.0.0.1",
                                "--trd.hl7v2.destinations[1].port=" + foreign)) {
            Thread receiver = new Thread(() -> receive(own));
            receiver.setDaemon(true);
            receiver.start();
            post(server.http());
            Queues.awaitThatTheChangesAreDistributed(server.http());
            Queues.awaitEmpty(server.http(), "hl7v2/BILLING");
            assertThat(count("DFT")).isEqualTo(36);
            assertThatEachSaysWhatItShould();
            Queues.awaitEmpty(server.http(), "hl7v2/EHR");
            assertThat(Files.readString(said).lines().filter(line -> line.startsWith("DFT EHR-")))
                    .hasSize(36);
            assertThat(server.http().get("/channels").text())
                    .contains("it will not take it")
                    .contains("\"dead\":1");
            assertThat(server.http()
                            .send("POST", "/channels/replay?channel=hl7v2/BILLING", new byte[0])
                            .text())
                    .contains("\"queued\":1");
        } finally {
            node.destroyForcibly();
        }
    }

    private void assertThatEachSaysWhatItShould() {
        assertThat(all("DFT").filter(message -> message.contains("90867"))).hasSize(1);
        assertThat(all("DFT").filter(message -> message.contains("90868"))).hasSize(26);
        assertThat(all("DFT").filter(message -> message.contains("90869"))).hasSize(9);
        assertThat(all("DFT")).allMatch(message -> message.contains("\rPID|1||") && message.contains("\rFT1|1|"));
        assertThat(all("ORU").filter(message -> message.contains("|44261-6^")).findFirst())
                .hasValueSatisfying(
                        message -> assertThat(message).containsPattern("OBX\\|1\\|NM\\|44261-6\\^[^|]*\\|\\|20\\|"));
        assertThat(all("MDM").reduce((earlier, later) -> later))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("\rTXA|1|").contains("Goals"));
        assertThat(all("SIU")).isNotEmpty().allMatch(message -> message.contains("\rSCH|"));
        assertThat(received).allMatch(message -> message.startsWith("MSH|^~\\&|TRD-CARE||BILLING|"));
        List<Integer> numbers = received.stream()
                .map(message -> Integer.valueOf(message.split("\\|")[9].replace("BILLING-", "")))
                .toList();
        assertThat(numbers).as("in order, each once").isSorted().doesNotHaveDuplicates();
    }

    private static void post(FhirHttp http) throws IOException {
        try (Stream<Path> files = Files.list(STORY)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                assertThat(http.post("", Files.readString(file)).status()).isEqualTo(200);
            }
        }
    }

    /** Takes everything but the third message, which it says will never do. */
    private void receive(ServerSocket own) {
        while (!own.isClosed()) {
            try (Socket sender = own.accept()) {
                StringBuilder message = new StringBuilder();
                for (int each = sender.getInputStream().read();
                        each >= 0 && each != 0x1C;
                        each = sender.getInputStream().read()) {
                    message.append((char) each);
                }
                if (message.isEmpty()) {
                    continue;
                }
                String text = message.substring(1);
                received.add(text);
                String code = received.size() == 3 ? "AE" : "AA";
                String answer = "\u000bMSH|^~\\&|B||T||20260101||ACK|1|P|2.5.1\rMSA|" + code + "|"
                        + text.split("\\|")[9] + "\r\u001c\r";
                sender.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException gone) {
                continue; // a sender that left; where it is our own end, the loop ends
            }
        }
    }

    private Stream<String> all(String code) {
        return received.stream().filter(message -> message.contains("|" + code + "^"));
    }

    private long count(String code) {
        return all(code).count();
    }
}
