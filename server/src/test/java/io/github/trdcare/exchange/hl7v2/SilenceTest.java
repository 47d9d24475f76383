package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A list of which a message says a part, and is silent about the rest. */
class SilenceTest {
    private static final String PATIENT = "PID|1||10023^^^LAKESIDE^MR||A^B\r";

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        ''               ! Ken Ito, Room 4
        AIP|1||8^Lee^Ann ! Ann Lee
        AIL|1||Room 5    ! Room 5
        """)
    void ofPeopleAndPlacesLeavesThoseOfTheAppointment(String said, String left) {
        Appointment before = appointment("SIU^S12", "AIP|1||7002^Ito^Ken\rAIL|1||Room 4\r");
        before.getParticipantFirstRep().setActor(new Reference("Patient/1"));
        Appointment now = appointment("SIU^S26", said.strip() + "\r");
        Reconciliation.keep(before, now);
        assertThat(now.getParticipant().stream()
                        .skip(1)
                        .map(each -> each.getActor().getDisplay())
                        .toList())
                .isEqualTo(List.of(left.split(", ")));
        assertThat(now.getParticipantFirstRep().getActor().getReference()).startsWith("urn:uuid:");
    }

    private static Appointment appointment(String event, String people) {
        return resource(
                Appointment.class,
                header(event) + "SCH|A-1||||||R^Treatment||||^^^202603020830^202603020930\r" + PATIENT + people);
    }

    @Test
    void aboutResultsLeavesThoseOfTheReport() {
        Observation total = resource(Observation.class, report(1, 2));
        total.setId("Observation/11");
        DiagnosticReport before = resource(DiagnosticReport.class, report(1, 2));
        before.setId("DiagnosticReport/1");
        before.setResult(List.of(new Reference("Observation/11"), new Reference("Observation/12")));
        Draft corrected = MessagesTest.map(report(1, 3));
        new Reconciliation(StoredRecords.of(total, before)).of(corrected);
        DiagnosticReport now = resource(DiagnosticReport.class, corrected);
        assertThat(now.getResult())
                .extracting(Reference::getReference)
                .startsWith("Observation/11", "Observation/12")
                .hasSize(3)
                .last()
                .isEqualTo(corrected.bundle().getEntry().get(2).getFullUrl());
    }

    /** One whose results are of these sub-ids. */
    private static String report(int... parts) {
        StringBuilder message = new StringBuilder(header("ORU^R01") + PATIENT + "OBR|1||F-1|1988-5^CRP^LN\r");
        for (int part : parts) {
            message.append("OBX|1|NM|1988-5^CRP^LN|" + part + "|5|mg/L^^UCUM|||||F\r");
        }
        return message.toString();
    }

    private static String header(String event) {
        return "MSH|^~\\&|A|LAKESIDE|||20260302||" + event + "|1|P|2.5.1\r";
    }

    private static <R extends Resource> R resource(Class<R> type, String message) {
        return resource(type, MessagesTest.map(message));
    }

    private static <R extends Resource> R resource(Class<R> type, Draft draft) {
        return draft.bundle().getEntry().stream()
                .map(entry -> entry.getResource())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
