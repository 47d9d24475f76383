package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** HL7 v2 messages come in, over HTTP and MLLP: what becomes of them, and what they are answered. */
@ServerTest
@Tag("storage")
class Hl7v2IT {
    private static final Path MESSAGES = Path.of("src/test/resources/hl7v2");
    private static final String SYSTEM = "https://trd-care.github.io/fhir/hl7v2/LAKESIDE%7C";

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private String mrn;

    @BeforeEach
    void aNewPatient() {
        http = new FhirHttp(port);
        mrn = "M" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A message of the fixtures, about this test's patient and under a number of its own. */
    private String message(String name) throws IOException {
        return Files.readString(MESSAGES.resolve(name + ".hl7"))
                .replace("10023", mrn)
                .replace("55-91", "R" + mrn)
                .replace("&2.16.840.1.113883.19.5&ISO", "")
                .replaceFirst("\\|(ADT|ORU|ORM|OMP|RDE|SIU|MDM)\\d{4}\\|", "|" + UUID.randomUUID() + "|")
                .replaceAll("\\b(P-1|F-1|F-2|P-2|T-500|M-9|A-1|B-1|D-1|D-0|V-771)\\b", "$1-" + mrn);
    }

    private String sent(String message) {
        Answer answer = http.send(
                "POST", "/hl7v2", message.getBytes(StandardCharsets.UTF_8), "Content-Type", "application/hl7-v2+er7");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private void taken(String message) {
        assertThat(sent(message)).contains("\rMSA|AA|");
    }

    private <R extends Resource> List<R> found(Class<R> type, String query) {
        return http.get(type.getSimpleName() + "?" + query).bundle().getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private Patient patient() {
        return found(Patient.class, "identifier=" + SYSTEM + mrn).get(0);
    }

    private int count(String search) {
        return http.get(search + "&_summary=count").bundle().getTotal();
    }

    private String ofPatient() {
        return "Patient/" + patient().getIdElement().getIdPart();
    }

    @Test
    void storesAPatientAndKeepsWhatALaterMessageIsSilentAbout() throws IOException {
        taken(message("adt-a04"));
        taken(message("adt-a04")
                .replace("^A04^", "^A08^")
                .replaceFirst("PID[^\r\n]*", "PID|1||" + mrn + "^^^LAKESIDE^MR||Brückner-Lang^Nora"));
        Patient patient = patient();
        assertThat(patient.getNameFirstRep().getFamily()).isEqualTo("Brückner-Lang");
        assertThat(patient.getBirthDateElement().getValueAsString()).isEqualTo("1979-04-12");
        assertThat(patient.getAddressFirstRep().getCity()).isEqualTo("Oakfield");
        assertThat(patient.getIdentifier()).hasSize(2);
        assertThat(count("Encounter?subject=" + ofPatient())).isEqualTo(1);
        assertThat(patient.getMeta().getSource()).startsWith("https://trd-care.github.io/fhir/hl7v2/message/");
    }

    @Test
    void knowsAPatientByAnyOfTheirNumbers() throws IOException {
        taken(message("adt-a04"));
        String known = ofPatient();
        String both = "E" + mrn + "^^^EPI^MR~" + mrn + "^^^LAKESIDE^MR";
        taken(message("adt-a04").replace("^A04^", "^A08^").replaceFirst("PID[^\r\n]*", "PID|1||" + both + "||A^B"));
        taken(message("oru-r01").replace(mrn + "^^^LAKESIDE^MR", both));
        assertThat(found(Patient.class, "identifier=E" + mrn)).singleElement().satisfies(patient -> assertThat(
                        patient.getIdElement().getIdPart())
                .isEqualTo(known.replace("Patient/", "")));
        assertThat(ofPatient()).isEqualTo(known);
        assertThat(count("Observation?subject=" + known)).isEqualTo(6);
    }

    @Test
    void refusesTheNumbersOfTwoPatientsAndAlertsForBoth() throws IOException {
        taken(message("adt-a04"));
        String one = mrn;
        String known = ofPatient();
        aNewPatient();
        taken(message("adt-a04").replace("LAKESIDE", "EPI"));
        String other = "Patient/"
                + found(Patient.class, "identifier=" + mrn)
                        .get(0)
                        .getIdElement()
                        .getIdPart();
        String refused = message("oru-r01")
                .replace(mrn + "^^^LAKESIDE^MR", one + "^^^LAKESIDE^MR~" + mrn + "^^^EPI^MR")
                .replace(
                        "8^Thoughts that you would be better off dead^LN||0|",
                        "8^Thoughts that you would be better off dead^LN||2|");
        assertThat(sent(refused)).contains("MSA|AE|").contains("merge them (A40) first");
        assertThat(count("Flag?patient=" + known)).isEqualTo(1);
        assertThat(count("Flag?patient=" + other)).isEqualTo(1);
    }

    @Test
    void answersARepetitionAsBeforeAndStoresNothingTwice() throws IOException {
        String message = message("oru-r01");
        String first = sent(message);
        assertThat(first).contains("MSA|AA|");
        assertThat(sent(message)).isEqualTo(first);
        assertThat(sent(message.strip().replace('\n', '\r')))
                .as("by another transport")
                .isEqualTo(first);
        assertThat(count("Observation?subject=" + ofPatient())).isEqualTo(6);
        assertThat(count("DiagnosticReport?subject=" + ofPatient())).isEqualTo(2);
        assertThat(count("Provenance?patient=" + ofPatient())).isPositive();
    }

    @Test
    void refusesOtherContentUnderTheSameNumber() throws IOException {
        String message = message("oru-r01");
        taken(message);
        assertThat(sent(message.replace("||18|", "||3|"))).contains("MSA|AE|").contains("205^Duplicate key identifier");
    }

    @Test
    void correctsAResultInsteadOfAddingOne() throws IOException {
        taken(message("oru-r01"));
        taken(message("oru-r01").replace("||18|", "||17|").replace("H|||F", "H|||C"));
        List<Observation> totals =
                found(Observation.class, "subject=" + ofPatient() + "&code=http://loinc.org%7C44261-6");
        assertThat(totals).singleElement().satisfies(total -> {
            assertThat(total.getStatus().toCode()).isEqualTo("corrected");
            assertThat(total.getValueQuantity().getValue()).isEqualByComparingTo("17");
        });
        assertThat(http.get(ofPatient() + "/$treatment-outcomes?asOf=2026-04-01")
                        .text())
                .contains("phq9");
    }

    @Test
    void raisesTheAlertOfAMessageThatIsTakenAndOfOneThatIsRefused() throws IOException {
        String alarming = "8^Thoughts that you would be better off dead^LN||2|";
        taken(message("oru-r01").replace("8^Thoughts that you would be better off dead^LN||0|", alarming));
        assertThat(count("Flag?patient=" + ofPatient())).isEqualTo(1);
        aNewPatient();
        String refused = message("oru-r01")
                .replace("8^Thoughts that you would be better off dead^LN||0|", alarming)
                .replace("||18|", "||eighteen|");
        String answer = sent(refused);
        assertThat(answer).contains("MSA|AE|").contains("OBX^1^5").contains("102^Data type error");
        assertThat(answer).doesNotContain("eighteen", "Brückner", mrn);
        sent(refused);
        assertThat(count("Flag?patient=" + ofPatient())).isEqualTo(1);
        assertThat(count("Observation?subject=" + ofPatient())).isZero();
    }

    @Test
    void keepsWhatCannotBeTakenWithItsReason() throws IOException {
        String refused = message("orm-o01").replace("ORC|NW", "ORC|ZZ");
        String number = refused.split("\\|")[9];
        sent(refused);
        String letters = http.get("/hl7v2/dead-letters").text();
        assertThat(letters).contains(number).contains("ORC.1.1: The code is not known here");
        String id = letters.replaceFirst("(?s).*\"id\":(\\d+),[^}]*\"controlId\":\"" + number + ".*", "$1");
        assertThat(http.get("/hl7v2/dead-letters/" + id).text()).isEqualTo(refused);
        assertThat(http.send("POST", "/hl7v2/dead-letters/" + id + "/replay", new byte[0])
                        .text())
                .contains("MSA|AE|" + number);
        assertThat(http.get("/channels").text()).contains("hl7v2-in");
        assertThat(http.delete("/hl7v2/dead-letters/" + id).status()).isEqualTo(204);
        assertThat(http.delete("/hl7v2/dead-letters/" + id).status()).isEqualTo(404);
        assertThat(http.get("/hl7v2/dead-letters").text()).doesNotContain(number);
        assertThat(http.get("/hl7v2/dead-letters/999999999").status()).isEqualTo(404);
    }

    @Test
    void followsAnOrderItsAppointmentsAndItsEnd() throws IOException {
        taken(message("orm-o01"));
        taken(message("siu-s12"));
        Appointment booked = found(Appointment.class, "patient=" + ofPatient()).get(0);
        ServiceRequest order =
                found(ServiceRequest.class, "subject=" + ofPatient()).get(0);
        assertThat(booked.getBasedOnFirstRep().getReference())
                .isEqualTo("ServiceRequest/" + order.getIdElement().getIdPart());
        taken(message("siu-s26"));
        Appointment missed = found(Appointment.class, "patient=" + ofPatient()).get(0);
        assertThat(missed.getStatus().toCode()).isEqualTo("noshow");
        assertThat(missed.getStart()).isEqualTo(booked.getStart());
        taken(message("omg-o19-cancel"));
        assertThat(found(ServiceRequest.class, "subject=" + ofPatient()))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.getStatus().toCode()).isEqualTo("revoked");
                    assertThat(ended.getReasonCodeFirstRep().getText()).contains("recurrent severe");
                });
    }

    @Test
    void readsAPrescriptionAsATrialAndStopsIt() throws IOException {
        taken(message("omp-o09"));
        assertThat(http.get(ofPatient() + "/$treatment-resistance?asOf=2026-06-01")
                        .text())
                .contains("venlafaxine")
                .contains("\"value\":150");
        taken(message("rde-o11-stop"));
        assertThat(found(MedicationRequest.class, "subject=" + ofPatient()))
                .singleElement()
                .satisfies(ended -> assertThat(ended.getStatus().toCode()).isEqualTo("stopped"));
    }

    @Test
    void storesADocumentAndItsWithdrawal() throws IOException {
        taken(message("mdm-t02"));
        taken(message("mdm-t11"));
        assertThat(found(DocumentReference.class, "subject=" + ofPatient()))
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.getStatus().toCode()).isEqualTo("entered-in-error");
                    assertThat(document.getDocStatus().toCode()).isEqualTo("final");
                });
    }

    @Test
    void mergesTwoNumbersOfOnePatient() throws IOException {
        taken(message("oru-r01"));
        String old = mrn;
        aNewPatient();
        String merge =
                message("adt-a40").replace("10099^^^LAKESIDE^MR", "X" + old + "^^^EPI^MR~" + old + "^^^LAKESIDE^MR");
        taken(merge);
        Patient now = patient();
        assertThat(now.getIdentifier()).extracting(each -> each.getValue()).contains(mrn, old, "X" + old);
        assertThat(count("Observation?subject=" + ofPatient())).isEqualTo(6);
        assertThat(found(Patient.class, "identifier=" + SYSTEM + old))
                .singleElement()
                .satisfies(found -> assertThat(found.getIdElement().getIdPart())
                        .isEqualTo(now.getIdElement().getIdPart()));
        assertThat(found(Patient.class, "link=" + ofPatient()))
                .singleElement()
                .satisfies(ended -> assertThat(ended.getActive()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        ADT^A04^ADT_A01 ! ADT^A99^ADT_A99 ! AR ! 201
        ADT^A04^ADT_A01 ! BAR^P01^BAR_P01 ! AR ! 200
        |P|2.5.1 ! |P|3.0 ! AR ! 203
        |P|2.5.1 ! |T|2.5.1 ! AR ! 202
        |P|2.5.1 ! |P|2.5.1||||||NONSENSE ! AE ! 103
        """)
    void saysWhyAMessageIsNoneForThisServer(String right, String wrong, String code, String error) throws IOException {
        assertThat(sent(message("adt-a04").replace("||||||UNICODE UTF-8", "").replace(right, wrong)))
                .contains("MSA|" + code + "|")
                .contains(error + "^");
    }

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
                Mllp sender = new Mllp(Mllp.PORT);
                all.add(sender);
                assertThat(sender.send(new byte[] {'x'})).contains("MSA|AR|");
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

    @Test
    void deletesWhatTheSenderDeletes() throws IOException {
        taken(message("adt-a04"));
        taken(message("adt-a04").replace("^A04^", "^A08^").replace("|19790412|", "|\"\"|"));
        assertThat(patient().hasBirthDate()).isFalse();
        taken(message("oru-r01"));
        taken(message("oru-r01").replace("||18|", "||\"\"|").replace("H|||F", "H|||C"));
        assertThat(found(Observation.class, "subject=" + ofPatient() + "&code=http://loinc.org%7C44261-6"))
                .singleElement()
                .satisfies(total -> {
                    assertThat(total.getStatus().toCode()).isEqualTo("corrected");
                    assertThat(total.hasValue()).isFalse();
                });
    }

    /** A thousand small harms: bytes lost, doubled, changed, segments in disorder. */
    @Test
    void answersThreeHundredMutatedMessagesAndLives() throws IOException {
        List<String> whole = List.of(message("oru-r01"), message("orm-o01"), message("siu-s12"), message("adt-a04"));
        try (Mllp sender = new Mllp(Mllp.PORT)) {
            mutated(whole).sampleStream().limit(300).forEach(each -> answered(sender, each));
            assertThat(sender.send(message("adt-a04").getBytes(StandardCharsets.UTF_8)))
                    .contains("MSA|AA|");
        }
    }

    private void answered(Mllp sender, String mutated) {
        try {
            byte[] bytes = mutated.replace("\u001c", "").replace("\u000b", "").getBytes(StandardCharsets.UTF_8);
            assertThat(sender.send(bytes)).as(mutated).containsPattern("MSA\\|A[AER]|.MSA.A[AER]");
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
