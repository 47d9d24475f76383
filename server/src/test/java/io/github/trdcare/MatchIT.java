package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is this? Asked of the server. */
@ServerTest
class MatchIT {
    private static final String NUMBERS = "https://hospital.example.org/numbers";

    private FhirHttp fhir;

    @BeforeEach
    void storeTwoOfOneName(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        fhir.put("Patient/match-one", id(person("Quillfeather", "1980-02-01", "4711"), "match-one"));
        fhir.put("Patient/match-two", id(person("Quillfeather", "1991-07-09", "4712"), "match-two"));
    }

    @Test
    void findsOneByNumberAndNameAsCertain() {
        Bundle found = match(person("Quillfeather", "1980-02-01", "4711"), true);
        assertThat(found.getEntry()).hasSize(1);
        assertThat(found.getEntryFirstRep().getResource().getIdElement().getIdPart())
                .isEqualTo("match-one");
        assertThat(found.getEntryFirstRep()
                        .getSearch()
                        .getExtensionFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("certain");
    }

    @Test
    void ofTwoWhoAreCertainNoneIsCertainlyTheOne() {
        fhir.put("Patient/match-three", id(person("Quillfeather", "1980-02-01", "4711"), "match-three"));
        Patient asked = person("Quillfeather", "1980-02-01", "4711");
        assertThat(match(asked, true).getEntry()).isEmpty();
        assertThat(match(asked, false).getEntry()).hasSizeGreaterThanOrEqualTo(2);
        fhir.delete("Patient/match-three");
        assertThat(match(asked, true).getEntryFirstRep().getFullUrl())
                .startsWith("http://")
                .endsWith("/fhir/Patient/match-one");
    }

    @Test
    void findsNobodyByTheKindOfANumberAlone() {
        Patient asked = new Patient();
        asked.addIdentifier().setSystem(NUMBERS);
        assertThat(match(asked, false).getEntry()).isEmpty();
    }

    @Test
    void isNeverCertainWithoutANumber() {
        Patient asked = person("Quillfeather", "1980-02-01", "4711");
        asked.getIdentifier().clear();
        assertThat(match(asked, true).getEntry()).isEmpty();
        assertThat(match(asked, false).getEntry()).isNotEmpty().first().satisfies(entry -> assertThat(
                        entry.getResource().getIdElement().getIdPart())
                .isEqualTo("match-one"));
    }

    @Test
    void refusesAQuestionWithoutAPatient() {
        Answer answer = fhir.post("Patient/$match", new Parameters());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.outcome()).contains("resource");
    }

    private Bundle match(Patient asked, boolean certain) {
        Parameters question = new Parameters();
        question.addParameter().setName("resource").setResource(asked);
        question.addParameter("onlyCertainMatches", new BooleanType(certain));
        Answer answer = fhir.post("Patient/$match", question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.bundle();
    }

    private static Patient person(String family, String born, String number) {
        Patient patient = new Patient().setGender(AdministrativeGender.FEMALE).setBirthDateElement(new DateType(born));
        patient.addName().setFamily(family).addGiven("Tamsin");
        patient.addIdentifier().setSystem(NUMBERS).setValue(number);
        return patient;
    }

    private static Patient id(Patient patient, String id) {
        patient.setId(id);
        return patient;
    }
}
