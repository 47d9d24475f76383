package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DomainResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message, and a later one that deletes a field of it by two quotes, or is silent about it. */
class DeletionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        Patient     ! PID ! 7  ! "birthDate":
        Patient     ! PID ! 8  ! "gender":
        Patient     ! PID ! 11 ! "address":
        Patient     ! PID ! 13 ! "use":"home"
        Encounter   ! PV1 ! 44 ! "start":
        Observation ! OBX ! 5  ! "valueQuantity":
        Observation ! OBX ! 7  ! "referenceRange":
        Observation ! OBX ! 8  ! "interpretation":
        Appointment ! SCH ! 7  ! "reasonCode":
        ServiceRequest ! ORC ! 12 ! "requester":
        """)
    void isNoSilence(String type, String segment, int field, String element) throws IOException {
        String message = message(segment);
        String wanted = element.strip();
        assertThat(after(message, with(message, segment, field, "\"\""), type))
                .as("deleted")
                .doesNotContain(wanted);
        assertThat(after(message, with(message, segment, field, ""), type))
                .as("silent")
                .contains(wanted);
    }

    /** One whole message of each kind, with something in every field that is deleted here. */
    private static String message(String segment) throws IOException {
        String patient = "PID|1||10023^^^LAKESIDE^MR||Brückner^Nora||19790412|F|||1 Elm^^Oakfield||555-1234|555-9876\r";
        return switch (segment) {
            case "PID", "PV1" ->
                header("ADT^A08") + patient + "PV1|1|I|||||||||||||||||V-1|||||||||||||||||||||||||20260301\r";
            case "OBX" ->
                header("ORU^R01") + patient + "OBR|1||F-1|44249-1^PHQ-9^LN|||20260301\r"
                        + "OBX|1|NM|44261-6^PHQ-9 total^LN||18||0-27|H|||F\r";
            case "SCH" -> header("SIU^S12") + patient + "SCH|A-1||||||R^Treatment||||^^^202603020830^202603020930\r";
            default -> header("ORM^O01") + patient + "ORC|NW|P-1||||||||||77^Weiss\rOBR|1|P-1||tms^TMS course\r";
        };
    }

    private static String header(String event) {
        return "MSH|^~\\&|A|LAKESIDE|||20260302||" + event + "|1|P|2.5.1\r";
    }

    private static String with(String message, String segment, int field, String value) {
        Matcher line = Pattern.compile("(?m)^" + segment + "\\|[^\r]*").matcher(message);
        assertThat(line.find()).isTrue();
        String[] fields = line.group().split("\\|", -1);
        assertThat(fields[field]).as("said before").isNotEmpty();
        fields[field] = value;
        return message.substring(0, line.start()) + String.join("|", fields) + message.substring(line.end());
    }

    private static String after(String first, String second, String type) {
        DomainResource before = resource(first, type);
        DomainResource now = resource(second, type);
        Reconciliation.keep(before, now);
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(now);
    }

    private static DomainResource resource(String message, String type) {
        return MessagesTest.map(message).bundle().getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .filter(resource -> resource.fhirType().equals(type.strip()))
                .map(DomainResource.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "PID, 3, PID.1.3",
        "PID, 5, PID.1.5",
        "PV1, 2, PV1.1.2",
        "PV1, 19, PV1.1.19",
        "OBX, 3, OBX.1.3",
        "OBX, 11, OBX.1.11",
        "SCH, 1, SCH.1.1",
        "SCH, 11, SCH.1.11",
        "ORC, 1, ORC.1.1",
        "ORC, 2, ORC.1.2"
    })
    void isRefusedWhereNothingCouldBeWithout(String segment, int field, String place) throws IOException {
        String message = with(message(segment), segment, field, "\"\"");
        assertThatThrownBy(() -> MessagesTest.map(message))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> {
                    assertThat(refused.error()).isEqualTo(V2Error.REQUIRED_FIELD);
                    assertThat(refused.place()).isEqualTo(place);
                    assertThat(refused).hasMessageContaining("cannot be deleted");
                });
    }

    /** Each kind of telephone by itself, whoever wrote it. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        555-1 ! '""'  ! work
        '""'  ! 555-2 ! work
        '""'  ! '""'  ! none
        ''    ! ''    ! both
        '""'  ! ''    ! work
        ''    ! '""'  ! home
        """)
    void ofOneTelephoneLeavesTheOther(String home, String work, String left) throws IOException {
        String message = message("PID");
        String now = after(message, with(with(message, "PID", 13, home), "PID", 14, work), "Patient");
        assertThat(now.contains("\"use\":\"home\"")).isEqualTo(home.startsWith("555") || left.matches("home|both"));
        assertThat(now.contains("\"use\":\"work\""))
                .isEqualTo(work.startsWith("555") || left.equals("both") || left.equals("work") && work.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"'20260305', finished", "'', finished", "'\"\"', in-progress"})
    void ofADischargeOpensTheVisitAgain(String discharge, String status) throws IOException {
        String ended = message("PV1").strip() + "|20260305\r";
        String now = ended.replace("|20260305", "|" + discharge).replace("PV1|1|I|", "PV1|1||");
        assertThat(after(ended, now, "Encounter"))
                .contains("\"status\":\"" + status + "\"")
                .contains("\"code\":\"IMP\"")
                .contains("\"start\":\"2026-03-01\"");
    }
}
