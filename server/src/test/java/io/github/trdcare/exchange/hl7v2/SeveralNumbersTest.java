package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.trdcare.storage.MatchUrl;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message names a patient by several numbers, of which some are known. */
class SeveralNumbersTest {
    private static final String BOTH = "E77^^^EPI^MR~1001^^^HOSP^MR";

    @ParameterizedTest
    @CsvSource({"ADT^A08, PUT", "ORU^R01, POST"})
    void goesToThePatientWhoHasAnyOfThem(String event, String method) {
        Draft draft = reconciled(event, BOTH, patient("1", "HOSP|1001"));
        BundleEntryComponent entry = draft.bundle().getEntryFirstRep();
        assertThat(entry.getRequest().getMethod().toCode()).isEqualTo(method);
        assertThat(entry.getRequest().getUrl() + entry.getRequest().getIfNoneExist())
                .contains(match("HOSP|1001"))
                .doesNotContain("E77");
        assertThat(((Patient) entry.getResource()).getIdentifier()).hasSize(2);
    }

    @Test
    void goesByTheFirstRecordNumberWhereNoneIsKnown() {
        assertThat(reconciled("ADT^A08", BOTH)
                        .bundle()
                        .getEntryFirstRep()
                        .getRequest()
                        .getUrl())
                .contains(match("EPI|E77"));
    }

    @Test
    void refusesTheNumbersOfTwoPatients() {
        assertThatThrownBy(() -> reconciled("ADT^A08", BOTH, patient("1", "HOSP|1001"), patient("2", "EPI|E77")))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> {
                    assertThat(refused.place()).isEqualTo("PID.1.3");
                    assertThat(refused).hasMessageContaining("merge them (A40) first");
                });
    }

    /** Nines in the place of a number that nobody asked for are no reason to mix two people. */
    @Test
    void takesNobodyForAnotherWhoSharesANumberButHasAnotherRecordNumber() {
        Patient other = patient("1", "HOSP|1002", "SSA|999999999");
        String numbers = "1001^^^HOSP^MR~999999999^^^SSA^SS";
        assertThat(reconciled("ADT^A04", numbers, other)
                        .bundle()
                        .getEntryFirstRep()
                        .getRequest()
                        .getUrl())
                .contains(match("HOSP|1001"));
        assertThat(reconciled("ADT^A04", numbers, other, patient("2", "HOSP|1001"))
                        .bundle()
                        .getEntryFirstRep()
                        .getRequest()
                        .getUrl())
                .contains(match("HOSP|1001"));
    }

    @Test
    void letsNobodyElseWriteUnderAnyOfThemMeanwhile() {
        assertThat(MessagesTest.map(message("ADT^A08", BOTH)).matches())
                .contains("Patient?identifier=|E77", "Patient?identifier=|1001");
    }

    @Test
    void mergesWhoeverHasANumberThatIsNoMore() {
        Draft draft = MessagesTest.map(message("ADT^A40", BOTH) + "MRG|1001^^^HOSP^MR~55^^^SSA^SS\r");
        assertThat(draft.mergedFrom()).extracting(Identifier::getValue).containsExactly("1001", "55");
        assertThat(((Patient) draft.bundle().getEntryFirstRep().getResource()).getIdentifier())
                .as("until then it is the other's")
                .extracting(Identifier::getValue)
                .containsExactly("E77");
    }

    @Test
    void refusesTwoMergesInOneMessage() {
        String pair = "MRG|7^^^HOSP^MR\r";
        assertThatThrownBy(() -> MessagesTest.map(
                        message("ADT^A40", BOTH) + pair + "PID|1||8^^^HOSP^MR||A^B\r" + pair.replace("7", "9")))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> {
                    assertThat(refused.error().acknowledgement()).isEqualTo("AE");
                    assertThat(refused).hasMessageContaining("send an A40 for each pair");
                });
    }

    private static Draft reconciled(String event, String numbers, Resource... stored) {
        Draft draft = MessagesTest.map(message(event, numbers));
        new Reconciliation(StoredRecords.of(stored)).of(draft);
        return draft;
    }

    private static String message(String event, String numbers) {
        return "MSH|^~\\&|A|LAKESIDE|||20260302||" + event + "|1|P|2.5.1\rPID|1||" + numbers + "||A^B\r"
                + (event.startsWith("ORU")
                        ? "OBR|1||F-1|44249-1^PHQ-9^LN\rOBX|1|NM|44261-6^PHQ-9 total^LN||18||||||F\r"
                        : "");
    }

    private static Patient patient(String id, String... numbers) {
        Patient patient = new Patient();
        patient.setId("Patient/" + id);
        Stream.of(numbers).map(SeveralNumbersTest::number).forEach(patient::addIdentifier);
        return patient;
    }

    private static String match(String number) {
        return MatchUrl.byIdentifier(number(number));
    }

    private static Identifier number(String written) {
        String[] parts = written.split("\\|");
        return new Identifier()
                .setSystem("https://trd-care.github.io/fhir/hl7v2/" + parts[0])
                .setValue(parts[1]);
    }
}
