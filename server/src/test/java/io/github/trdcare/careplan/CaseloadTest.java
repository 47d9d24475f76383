package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a course is under way, by its dates in the clinic's zone. */
class CaseloadTest {

    @ParameterizedTest
    @CsvSource({
        // the last day of a course belongs to it, until midnight in the clinic
        "2026-06-10, UTC, completed, 2026-06-10T23:59:59Z, in-progress",
        "2026-06-10, UTC, completed, 2026-06-11T00:00:00Z, completed",
        "2026-06-10, America/Chicago, completed, 2026-06-11T04:59:59Z, in-progress",
        "2026-06-10, America/Chicago, completed, 2026-06-11T05:00:00Z, completed",
        "2026-06-10, UTC, stopped, 2026-06-11T00:00:00Z, stopped",
        "2026-06-10T12:00:00Z, UTC, completed, 2026-06-10T12:00:00Z, in-progress",
        "2026-06-10T12:00:00Z, UTC, completed, 2026-06-10T12:00:01Z, completed",
        "2026-06-10, UTC, on-hold, 2026-06-10T12:00:00Z, on-hold",
    })
    void aCourseLastsUntilItsEndIsOver(String end, String zone, String stored, String now, String status) {
        Procedure course = new Procedure();
        course.setStatus(ProcedureStatus.fromCode(stored));
        course.setPerformed(
                new Period().setStartElement(new DateTimeType("2026-05-01")).setEndElement(new DateTimeType(end)));
        assertThat(Caseload.status(course, Instant.parse(now), ZoneId.of(zone))).isEqualTo(status);
    }
}
