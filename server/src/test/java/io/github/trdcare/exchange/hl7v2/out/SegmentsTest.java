package io.github.trdcare.exchange.hl7v2.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {
    private static final Wording WORDING = new Wording(
            Knowledge.shipped().document("hl7v2.yaml"),
            Map.of("LAKESIDE", "http://lakeside.example.org/mrn"),
            ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            plain ! plain
            a|b ! a\\F\\b
            a^b&c~d ! a\\S\\b\\T\\c\\R\\d
            C:\\dir ! C:\\E\\dir
            """)
    void escapesWhatWouldSeparate(String words, String written) {
        assertThat(Segments.text(words)).isEqualTo(written);
    }

    @Test
    void writesALineBreakAsOne() {
        assertThat(Segments.text("one\r\ntwo\nthree")).isEqualTo("one\\.br\\two\\.br\\three");
    }

    @Test
    void putsEachFieldAtItsNumber() {
        assertThat(new Segments()
                        .add(new Line("MSH").with(2, "^~\\&").with(4, "X"))
                        .add(new Line("FT1").with(3, "c"))
                        .message())
                .isEqualTo("MSH|^~\\&||X\rFT1|||c\r");
    }

    /** 31 March 2024, 01:00 UTC: the clocks of Berlin had just gone from +1 to +2. */
    @ParameterizedTest
    @CsvSource({"2024-03-31T00:59:59Z, 20240331015959+0100", "2024-03-31T01:00:00Z, 20240331030000+0200"})
    void tellsTheTimeOfTheClinic(Instant instant, String written) {
        assertThat(Segments.time(instant, ZoneId.of("Europe/Berlin"))).isEqualTo(written);
    }

    @Test
    void keepsAPartialDatePartial() {
        assertThat(WORDING.time(new DateTimeType("2024-03"))).isEqualTo("202403");
        assertThat(WORDING.time(new DateTimeType("2024-03-31"))).isEqualTo("20240331");
    }

    @Test
    void namesAPatientAsItsReceiverKnowsIt() {
        Patient patient =
                new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType("1984-04-17"));
        patient.addName().setFamily("O|Neil").addGiven("Ann").addGiven("Mary");
        patient.addIdentifier().setSystem("http://lakeside.example.org/mrn").setValue("10023");
        patient.addIdentifier().setSystem("urn:oid:1.2.3").setValue("7");
        assertThat(new Segments().add(WORDING.pid(patient)).message())
                .isEqualTo("PID|1||10023^^^LAKESIDE~7^^^&1.2.3&ISO||O\\F\\Neil^Ann^Mary||19840417|F\r");
    }

    /** As FHIR has it where the value is not known: an extension in its place. */
    @Test
    void writesNothingForAnElementThatHasNoValue() {
        Patient patient = new Patient();
        patient.getBirthDateElement().addExtension(unknown());
        patient.getGenderElement().addExtension(unknown());
        patient.addName().getFamilyElement().addExtension(unknown());
        patient.getNameFirstRep().addGivenElement().addExtension(unknown());
        patient.addIdentifier().getValueElement().addExtension(unknown());
        patient.setId("Patient/7");
        assertThat(new Segments().add(WORDING.pid(patient)).message()).isEqualTo("PID|1||7^^^TRD-CARE^PI||\r");
        CodeableConcept concept = new CodeableConcept();
        concept.addCoding().getCodeElement().addExtension(unknown());
        assertThat(WORDING.concept(concept)).isEqualTo("^^L");
    }

    private static Extension unknown() {
        return new Extension(
                "http://hl7.org/fhir/StructureDefinition/data-absent-reason", new CodeType("asked-unknown"));
    }

    @Test
    void writesTwoCodingsWithTheirSystems() {
        CodeableConcept concept = new CodeableConcept()
                .addCoding(new Coding("http://loinc.org", "44261-6", "PHQ-9 total"))
                .addCoding(new Coding("http://elsewhere.example.org", "x", null));
        assertThat(WORDING.concept(concept)).isEqualTo("44261-6^PHQ-9 total^LN^x^^L");
        assertThat(WORDING.concept(new CodeableConcept().setText("words"))).isEqualTo("^words");
    }
}
