package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HL7 v2 messages come in: what becomes of them, and what is never done twice. */
class Hl7v2IT extends Hl7v2Sender {
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
}
