package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.knowledge.Knowledge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each message and what it becomes; a time without an offset is one of Berlin. */
class MessagesTest {
    private static final Path PAIRS = Path.of("src/test/resources/hl7v2");
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final Mappers MAPPERS = new Mappers(KNOWLEDGE);

    @ParameterizedTest
    @MethodSource("messages")
    void becomesItsBundle(String name) throws IOException {
        Bundle bundle = map(text(name)).bundle();
        String made =
                FhirContext.forR4Cached().newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle) + "\n";
        assertThat(made).isEqualTo(Files.readString(PAIRS.resolve(name + ".json")));
    }

    static Stream<String> messages() throws IOException {
        try (Stream<Path> files = Files.list(PAIRS)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".hl7"))
                    .map(file -> file.replace(".hl7", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static String text(String name) throws IOException {
        return Files.readString(PAIRS.resolve(name + ".hl7"));
    }

    static Draft map(String text) {
        V2Message message = V2Message.parse(text);
        Datatypes types = new Datatypes(
                new Tables(KNOWLEDGE),
                Map.of("LAKESIDE", "http://lakeside.example.org/mrn"),
                ZoneId.of("Europe/Berlin"),
                message);
        return MAPPERS.of(message).map(message, types);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        adt-a04 ! PID|1||10023 ! PID|1|| ! REQUIRED_FIELD ! PID.1.3
        adt-a04 ! 19790412|F ! 19791412|F ! DATA_TYPE ! PID.1.7
        adt-a04 ! 19790412|F ! 19790412|Q ! TABLE_VALUE ! PID.1.8
        adt-a04 ! ADT^A04 ! ADT^A99 ! EVENT_CODE ! MSH.1.9
        adt-a04 ! ADT^A04 ! BAR^P01 ! MESSAGE_TYPE ! MSH.1.9
        adt-a04 ! PV1|1 ! pv1|1 ! SEGMENT_SEQUENCE ! ''
        adt-a40 ! MRG|10099^^^LAKESIDE^MR ! MRG|| ! REQUIRED_FIELD ! MRG.1.1
        oru-r01 ! ||18| ! ||eighteen| ! DATA_TYPE ! OBX.1.5
        oru-r01 ! OBX|1|NM|44261-6 ! OBX|1||44261-6 ! REQUIRED_FIELD ! OBX.1.2
        oru-r01 ! OBX|2|CWE|44250-9^Little interest or pleasure in doing things^LN ! OBX|2|CWE| ! REQUIRED_FIELD ! OBX.2.3
        oru-r01 ! |||F ! |||Q ! TABLE_VALUE ! OBR.1.25
        orm-o01 ! ORC|NW ! ORC|ZZ ! TABLE_VALUE ! ORC.1.1
        omp-o09 ! RXO| ! ZXO| ! SEGMENT_SEQUENCE ! ORC
        siu-s12 ! |40|min ! || ! REQUIRED_FIELD ! SCH.1.11
        siu-s12 ! |40|min ! |-1|min ! DATA_TYPE ! SCH.1.11
        mdm-t02 ! D-1^^DICT| ! | ! REQUIRED_FIELD ! TXA.1.12
        mdm-t02 ! JVBERi0= ! *** ! DATA_TYPE ! OBX.3.5
        """)
    void saysWhatIsWrongAndWhere(String name, String right, String wrong, V2Error error, String place)
            throws IOException {
        String text = text(name);
        assertThat(text).contains(right.strip());
        assertThatThrownBy(() -> map(text.replaceFirst(
                        java.util.regex.Pattern.quote(right.strip()),
                        java.util.regex.Matcher.quoteReplacement(wrong.strip()))))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(error);
                    assertThat(refused.place()).isEqualTo(place);
                });
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'8859/1', false", "'UNICODE UTF-8', true", "'ISO IR87^x', refused", "nonsense, refused"})
    void readsTheCharactersThatTheMessageNames(String named, String utf8) throws IOException {
        String text = text("adt-a04").replace("UNICODE UTF-8", named);
        byte[] raw = text.getBytes(utf8.equals("true") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        if (utf8.equals("refused")) {
            assertThatThrownBy(() -> CharacterSet.text(raw)).isInstanceOf(V2RefusedException.class);
        } else {
            assertThat(CharacterSet.text(raw)).contains("Brückner");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8859/1, ISO-8859-1, Brückner",
        "8859/15, ISO-8859-15, Brückner €",
        "8859/2, ISO-8859-2, Brückner Łódź",
        "8859/5, ISO-8859-5, Иванова",
        "UNICODE UTF-8, UTF-8, Ἀσκληπιός",
        "UNICODE, UTF-8, Brückner",
        "ASCII, US-ASCII, Brueckner",
        "'', UTF-8, Brückner"
    })
    void readsANameInTheCharacterSetOfItsMessage(String named, String charset, String family) throws IOException {
        String text = text("adt-a04").replace("UNICODE UTF-8", named).replace("Brückner", family);
        String read = CharacterSet.text(text.getBytes(charset));
        assertThat(patient(read).getNameFirstRep().getFamily()).isEqualTo(family);
    }

    @Test
    void refusesAByteThatAsciiDoesNotHave() throws IOException {
        byte[] raw = text("adt-a04").replace("UNICODE UTF-8", "ASCII").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> CharacterSet.text(raw))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> assertThat(refused.place())
                        .isEqualTo("MSH.1.18"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        a\\F\\b ! a|b
        a\\S\\b ! a^b
        a\\T\\b ! a&b
        a\\R\\b ! a~b
        a\\E\\b ! a\\b
        a\\X41\\b ! aAb
        a\\XC3BC\\b ! aüb
        a\\XFC\\b ! aüb
        a\\X414\\b ! a\\X414\\b
        a\\H\\b\\N\\c ! abc
        """)
    void readsEscapes(String written, String read) throws IOException {
        assertThat(patient(text("adt-a04").replace("Brückner", written.strip()))
                        .getNameFirstRep()
                        .getFamily())
                .isEqualTo(read.strip());
    }

    @Test
    void readsALineBreakInAText() throws IOException {
        Observation text = (Observation) map(header("2.5.1") + "PID|1||1^^^LAKESIDE^MR||A^B\r"
                        + "OBR|1||F-1|note\rOBX|1|FT|note||one\\.br\\two~three||||||F\r")
                .bundle()
                .getEntry()
                .get(1)
                .getResource();
        assertThat(text.getValueStringType().getValue()).isEqualTo("one\ntwo\nthree");
    }

    private static String header(String version) {
        return "MSH|^~\\&|A|LAKESIDE|||20260302||ORU^R01|1|P|" + version + "\r";
    }

    private static Patient patient(String text) {
        return (Patient) map(text).bundle().getEntryFirstRep().getResource();
    }

    /** Results before the patient, segments of the sender's own, empty lines, either end of a line. */
    @ParameterizedTest
    @ValueSource(strings = {"2.1", "2.2", "2.3", "2.3.1", "2.4", "2.5", "2.5.1", "2.6", "2.7", "2.7.1", "2.8", "2.8.2"})
    void isTolerantOfTheOrderOfSegmentsInEveryVersion(String version) {
        Bundle bundle = map(header(version) + "ZZZ|1|own\r\n\r\nOBR|1||F-1|44249-1^PHQ-9^LN|||20260301\n"
                        + "ZOB|x\rOBX|1|NM|44261-6^PHQ-9 total^LN||18||||||F\rNTE|1||by phone\r"
                        + "PV1|1|O\rPID|1||1^^^LAKESIDE^MR~2^^^STATE^SS||A^B~C^D\r\n\r\n")
                .bundle();
        Patient patient = (Patient) bundle.getEntryFirstRep().getResource();
        assertThat(patient.getIdentifier()).hasSize(2);
        assertThat(patient.getName()).hasSize(2);
        Observation total = (Observation) bundle.getEntry().get(1).getResource();
        assertThat(total.getValueQuantity().getValue()).isEqualByComparingTo("18");
        assertThat(total.getNoteFirstRep().getText()).isEqualTo("by phone");
    }

    @ParameterizedTest
    @CsvSource({
        "F, final",
        "C, corrected",
        "D, entered-in-error",
        "W, entered-in-error",
        "P, preliminary",
        "X, cancelled",
        "'', final"
    })
    void readsHowFarAResultIs(String written, String status) {
        Observation result = (Observation) map(header("2.5.1") + "PID|1||1^^^LAKESIDE^MR||A^B\r"
                        + "OBR|1||F-1|44249-1^PHQ-9^LN\rOBX|1|NM|44261-6^PHQ-9 total^LN||18||||||" + written + "\r")
                .bundle()
                .getEntry()
                .get(1)
                .getResource();
        assertThat(result.getStatus().toCode()).isEqualTo(status);
    }
}
