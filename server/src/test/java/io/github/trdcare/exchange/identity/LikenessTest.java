package io.github.trdcare.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;

/** When two records are of one person. */
class LikenessTest {
    private static final String CLINIC = "http://clinic.example/patients";

    private final Likeness likeness = new Likeness(Knowledge.shipped());

    @Test
    void anIdentifierOfTheSameSystemAndValueIsCertain() {
        assertThat(compare(numbered(CLINIC, "7"), numbered(CLINIC, "7")))
                .isEqualTo(new Match(new BigDecimal("1.00"), MatchGrade.CERTAIN));
    }

    @Test
    void anIdentifierWithoutValueMatchesNobody() {
        assertThat(compare(numbered(CLINIC, null), numbered(CLINIC, null)).grade())
                .isEqualTo(MatchGrade.CERTAINLY_NOT);
        assertThat(compare(numbered(CLINIC, " "), numbered(CLINIC, " ")).grade())
                .isEqualTo(MatchGrade.CERTAINLY_NOT);
        assertThat(compare(numbered(CLINIC, null), numbered(CLINIC, "7")).grade())
                .isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void anIdentifierWithoutSystemOrOfAnotherSystemMatchesNobody() {
        assertThat(compare(numbered(null, "7"), numbered(null, "7")).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
        assertThat(compare(numbered("http://lab.example", "7"), numbered(CLINIC, "7"))
                        .grade())
                .isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void anOldIdentifierMatchesNobody() {
        Patient old = numbered(CLINIC, "7");
        old.getIdentifierFirstRep().setUse(IdentifierUse.OLD);

        assertThat(compare(numbered(CLINIC, "7"), old).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void aSharedIdentifierWithAnotherBirthDateIsNotCertain() {
        Patient asked = numbered(CLINIC, "7");
        asked.getBirthDateElement().setValueAsString("1980-02-01");
        Patient stored = numbered(CLINIC, "7");
        stored.getBirthDateElement().setValueAsString("1981-02-01");

        assertThat(compare(asked, stored).grade()).isEqualTo(MatchGrade.POSSIBLE);
    }

    @Test
    void particularsAloneAreNeverCertain() {
        assertThat(compare(person("1980-02-01"), person("1980-02-01")))
                .isEqualTo(new Match(new BigDecimal("0.85"), MatchGrade.PROBABLE));
    }

    @Test
    void aYearOfBirthContradictsNoDayOfThatYear() {
        assertThat(compare(person("1980"), person("1980-02-01")))
                .isEqualTo(new Match(new BigDecimal("0.55"), MatchGrade.POSSIBLE));
        assertThat(compare(person("1979"), person("1980-02-01")).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    @Test
    void accentsCaseAndSpacesMakeNoOtherName() {
        Patient asked = new Patient();
        asked.addName().setFamily(" garcía  lopez").addGiven("ANA");
        Patient stored = new Patient();
        stored.addName().setFamily("Garcia Lopez").addGiven("Ana");

        assertThat(compare(asked, stored).score()).isEqualByComparingTo("0.35");
    }

    @Test
    void anUnknownGenderNeitherAgreesNorContradicts() {
        Patient unknown = new Patient().setGender(AdministrativeGender.UNKNOWN);

        assertThat(compare(unknown, unknown).score()).isEqualByComparingTo("0");
    }

    @Test
    void emptyRecordsAreNotAlike() {
        assertThat(compare(new Patient(), new Patient()).grade()).isEqualTo(MatchGrade.CERTAINLY_NOT);
    }

    private Match compare(Patient asked, Patient stored) {
        return likeness.compare(asked, stored);
    }

    private static Patient numbered(String system, String value) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(system).setValue(value);
        return patient;
    }

    private static Patient person(String birthDate) {
        Patient patient = new Patient().setGender(AdministrativeGender.FEMALE);
        patient.getBirthDateElement().setValueAsString(birthDate);
        patient.addName().setFamily("Okafor").addGiven("Ada");
        patient.addAddress().setPostalCode("02115").addLine("1 Elm Street");
        return patient;
    }
}
