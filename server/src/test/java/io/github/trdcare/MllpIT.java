package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** Whatever comes over the wire is answered, or silence is what its sender wants. */
class MllpIT extends Hl7v2Sender {
    /** The same harms on every machine; others with {@code -Dtrd.test.seed}. */
    private static final long SEED = Long.getLong("trd.test.seed", 2575);

    @Test
    void answersABatchWithABatch() throws IOException {
        String batch = "FHS|^~\\&|A\rBHS|^~\\&|A\r" + message("adt-a04") + "\r"
                + message("adt-a04").replace("|F||", "|Q||") + "\rBTS|2\rFTS|1\r";
        assertThat(sent(batch))
                .startsWith("BHS|")
                .contains("MSA|AA|")
                .contains("MSA|AE|")
                .endsWith("BTS|2\r");
    }

    @Test
    void answersEverythingOverMllpEvenGarbage() throws IOException {
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            String message = message("adt-a04");
            String answer = sender.send(message.getBytes(StandardCharsets.UTF_8));
            assertThat(answer).contains("MSA|AA|");
            assertThat(sender.send(message.getBytes(StandardCharsets.UTF_8))).isEqualTo(answer);
            assertThat(sender.send("GET / HTTP/1.1".getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AR|");
            assertThat(sender.send(new byte[] {0, 1, 2, (byte) 0xFF})).contains("MSA|AR|");
            assertThat(sender.send(message("adt-a04")
                            .replace("|REG|", "|R\0EG|")
                            .replace("Nora", "No\0ra\\X00\\")
                            .getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AA|");
            assertThat(sender.sendBare("MSH|^~\\&|no frame\r\n".getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AR|")
                    .contains("0B");
            byte[] latin = message("adt-a04").replace("UNICODE UTF-8", "8859/1").getBytes(StandardCharsets.ISO_8859_1);
            assertThat(sender.send(latin)).contains("MSA|AA|");
        }
        assertThat(patient().getNameFirstRep().getFamily()).isEqualTo("Brückner");
    }

    @Test
    void hearsASlowSenderAndTwoMessagesInOnePacket() throws Exception {
        byte[] slow = framed(message("adt-a04"));
        byte[] both = framed(message("adt-a04") + "\r\n\r\n", message("oru-r01"));
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            for (int part = 0; part < 3; part++) {
                int from = slow.length * part / 3;
                sender.write(java.util.Arrays.copyOfRange(slow, from, slow.length * (part + 1) / 3));
                Thread.sleep(part == 0 ? 2500 : 100);
            }
            assertThat(sender.answer()).contains("MSA|AA|");
            assertThat(sender.sendBare(both)).contains("MSA|AA|").contains("ACK^A04");
            assertThat(sender.answer()).contains("MSA|AA|").contains("ACK^R01");
        }
    }

    private static byte[] framed(String... messages) {
        return ("\u000b" + String.join("\u001c\r\u000b", messages) + "\u001c\r").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void answersTheThirtyThirdSenderThatThereIsNoRoom() throws Exception {
        List<Mllp> all = new java.util.ArrayList<>();
        try {
            for (int i = 0; i < 32; i++) {
                all.add(admitted());
            }
            try (Mllp surplus = new Mllp(Mllp.PORT)) {
                assertThat(surplus.answer()).contains("MSA|AR|").contains("trd.hl7v2.connections");
            }
        } finally {
            for (Mllp sender : all) {
                sender.close();
            }
        }
    }

    /** The place of a sender who has just gone may not be free yet. */
    private static Mllp admitted() throws Exception {
        for (int attempt = 0; attempt < 100; attempt++) {
            Mllp sender = new Mllp(Mllp.PORT);
            String answer = sender.send(new byte[] {'x'});
            assertThat(answer).contains("MSA|AR|");
            if (!answer.contains("trd.hl7v2.connections")) {
                return sender;
            }
            sender.close();
            Thread.sleep(100);
        }
        throw new AssertionError("No place becomes free");
    }

    @Test
    void answersAMessageThatIsTooLargeAndClosesTheConnection() throws Exception {
        byte[] large = new byte[10 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) 'x');
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            assertThat(sender.send(large)).contains("MSA|AR|").contains("trd.hl7v2.message");
        }
    }

    /** The sender asked for no answer: the next answer is the next message's. */
    @Test
    void keepsSilentWhereTheSenderWantsNoAnswer() throws Exception {
        String silent = message("adt-a04").replace("|P|2.5.1||||||", "|P|2.5.1|||NE|NE||");
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            sender.write(framed(silent));
            String answer = sender.send(message("oru-r01").getBytes(StandardCharsets.UTF_8));
            assertThat(answer).contains("ACK^R01").contains("MSA|AA|");
        }
        assertThat(patient().getNameFirstRep().getFamily()).isEqualTo("Brückner");
        assertThat(sent(message("adt-a04").replace("|P|2.5.1||||||", "|P|2.5.1|||AL|NE||")))
                .contains("MSA|CA|");
    }

    /** Small harms without end: bytes lost, doubled, changed, segments in disorder. */
    @Test
    void answersThreeHundredMutatedMessagesAndLives() throws IOException {
        List<String> whole = List.of(message("oru-r01"), message("orm-o01"), message("siu-s12"), message("adt-a04"));
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            JqwikSession.run(() -> {
                RandomGenerator<String> mutated = mutated(whole).generator(1000);
                Random random = new Random(SEED);
                for (int i = 0; i < 300; i++) {
                    answered(sender, mutated.next(random).value());
                }
            });
            aNewPatient(); // a harmed number may have made somebody of the old one's other number
            assertThat(sender.send(message("adt-a04").getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AA|");
        }
    }

    private void answered(Mllp sender, String mutated) {
        try {
            byte[] bytes = mutated.replace("\u001c", "").replace("\u000b", "").getBytes(StandardCharsets.UTF_8);
            assertThat(sender.send(bytes)).as(mutated).containsPattern("[\r\n]MSA.A[AER]");
            assertThat(http.send("POST", "/hl7v2", bytes).status()).as(mutated).isEqualTo(200);
        } catch (IOException gone) {
            throw new AssertionError("No answer to " + mutated, gone);
        }
    }

    private static Arbitrary<String> mutated(List<String> whole) {
        Arbitrary<String> piece =
                Arbitraries.of("|", "^", "~", "\\", "&", "\r", "\"\"", "MSH", "OBX|", "\\X0D\\", "é", "9", "");
        return Combinators.combine(
                        Arbitraries.of(whole),
                        Combinators.combine(
                                        Arbitraries.doubles().between(0, 1),
                                        Arbitraries.integers().between(0, 12),
                                        piece)
                                .as(Harm::new)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(6))
                .as((text, harms) -> {
                    String hurt = text;
                    for (Harm harm : harms) {
                        hurt = harm.to(hurt);
                    }
                    return hurt;
                });
    }

    private record Harm(double place, int removed, String added) {
        String to(String text) {
            int from = (int) (place * text.length());
            return text.substring(0, from) + added + text.substring(Math.min(text.length(), from + removed));
        }
    }
}
