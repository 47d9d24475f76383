package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Resource;
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

    @ParameterizedTest
    @CsvSource({
        // begun on the 1st; nobody takes a stored status for what a date tells
        "2026-06-01T10:00:00Z, , active, 2026-05-31, false",
        "2026-06-01T10:00:00Z, , active, 2026-06-01, true",
        "2026-06-01T10:00:00Z, 2026-06-05T10:00:00Z, inactive, 2026-06-04, true",
        "2026-06-01T10:00:00Z, 2026-06-05T10:00:00Z, inactive, 2026-06-05, false",
        "2026-06-01T10:00:00Z, 2026-06-05T10:00:00Z, active, 2026-06-06, false",
        // put out, and nobody wrote down when
        "2026-06-01T10:00:00Z, , inactive, 2026-06-04, false",
    })
    void aFlagStandsByItsDates(String start, String end, String stored, String asOf, boolean stands) {
        Flag flag = new Flag().setStatus(Flag.FlagStatus.fromCode(stored));
        flag.setId("flag");
        flag.addCategory().addCoding().setCode("safety");
        flag.getPeriod().setStartElement(new DateTimeType(start));
        if (end != null) {
            flag.getPeriod().setEndElement(new DateTimeType(end));
        }
        Procedure course = new Procedure();
        course.setId("course");
        course.setPerformed(new Period().setStartElement(new DateTimeType("2026-05-01")));
        Chart chart = PatientText.chartOf(List.of(flag, course), asOf);
        assertThat(new Caseload(PatientText.KNOWLEDGE)
                        .line(course, chart, Set.of())
                        .flags())
                .hasSize(stands ? 1 : 0);
    }

    /** Paula has three booked slots; without them the rhythm tells the day. */
    @ParameterizedTest
    @CsvSource({
        "15-sequential-bilateral-under-way, paula-course, true",
        "15-sequential-bilateral-under-way, paula-course, false",
    })
    void theNextSlotIsBookedElseByTheRhythm(String story, String id, boolean booked) {
        List<Resource> record = StoryRecord.of(story).stream()
                .filter(each -> booked || !each.fhirType().equals("Appointment"))
                .toList();
        Chart chart = PatientText.chartOf(record, "2026-11-19");
        Procedure course = chart.find(Procedure.class, "Procedure/" + id).orElseThrow();
        Moment next = new Caseload(PatientText.KNOWLEDGE)
                .line(course, chart, Set.of())
                .next()
                .orElseThrow();
        assertThat(next.timed()).isEqualTo(booked);
        assertThat(next.last()).isAfterOrEqualTo(chart.asOf());
    }
}
