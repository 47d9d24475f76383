package io.github.trdcare.stimulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseSummaryTest {
    private static final Courses COURSES = new Courses(PatientText.KNOWLEDGE);
    private static final String ORDER = "order prescribed=36 sessionsPerDay=1 sessionsPerWeek=5";

    /** Five sessions from Monday 6 July to Friday 10 July. */
    private static final List<String> WEEK = IntStream.rangeClosed(1, 5)
            .mapToObj(day -> "session " + day + " 2026-07-" + (day + 5 < 10 ? "0" : "") + (day + 5) + "T09:00:00Z/40")
            .toList();

    @Test
    void countsWhatWasGivenAndWhatIsLeft() {
        CourseSummary summary = summary("2026-07-10", "course 2026-07-06", "threshold 2026-07-06T08:00:00Z 50");
        assertThat(summary.status()).isEqualTo("in-progress");
        assertThat(summary.sessions().delivered()).isEqualTo(5);
        assertThat(summary.sessions().remaining()).contains(31);
        assertThat(summary.pulses().planned()).contains(36 * 3000);
        assertThat(summary.pulses().delivered()).contains(15000);
        assertThat(summary.thresholdDue()).contains(LocalDate.parse("2026-07-13"));
        // 31 sessions, five a week: six weeks from 13 July and the Monday after, 24 August
        assertThat(summary.projectedEnd()).contains(LocalDate.parse("2026-08-24"));
    }

    @Test
    void aClosedDayMovesTheEnd() {
        CourseSummary summary = COURSES.of(
                course("course 2026-07-06"),
                chart("2026-07-10", "course 2026-07-06"),
                Set.of(LocalDate.parse("2026-07-20")));
        assertThat(summary.projectedEnd()).contains(LocalDate.parse("2026-08-25"));
    }

    @ParameterizedTest
    @CsvSource({
        // the last session was on Friday 10 July
        "2026-07-10, 2026-07-13",
        "2026-07-12, 2026-07-13",
        "2026-07-13, 2026-07-13",
        "2026-07-14, 2026-07-14",
        // the clinic is closed on the 20th
        "2026-07-19, 2026-07-21"
    })
    void theNextSessionIsTheNextOpenDayOfTheRhythm(String asOf, LocalDate next) {
        CourseSummary summary = COURSES.of(
                course("course 2026-07-06"), chart(asOf, "course 2026-07-06"), Set.of(LocalDate.parse("2026-07-20")));
        assertThat(summary.nextDay()).contains(next);
    }

    @Test
    void elenasMaintenanceEndsByItsMonthlyRhythm() {
        Chart chart = PatientText.chartOf(StoryRecord.of("19-maintenance-tms"), "2026-11-01");
        CourseSummary summary =
                COURSES.of(chart.find(Procedure.class, "Procedure/elena-course").orElseThrow(), chart, Set.of());
        assertThat(summary.sessions().remaining()).contains(5);
        assertThat(summary.nextDay()).contains(LocalDate.parse("2026-11-12"));
        assertThat(summary.projectedEnd()).contains(LocalDate.parse("2027-03-12"));
    }

    @Test
    void aMissedSlotCountsOnce() {
        CourseSummary summary = summary(
                "2026-07-14",
                "course 2026-07-06",
                "missed 2026-07-13T09:00:00Z",
                "no-show 2026-07-13T09:00:00Z",
                "no-show 2026-07-14T09:00:00Z");
        assertThat(summary.sessions().missed()).isEqualTo(2);
        // 5 of 7
        assertThat(summary.adherencePercent().orElseThrow()).hasToString("71.4");
    }

    @Test
    void aStoppedSessionCountsWithItsRealPulses() {
        CourseSummary summary = summary(
                "2026-07-13", "course 2026-07-06", "session 6 2026-07-13T09:00:00Z/20 status=stopped pulsesTotal=1600");
        assertThat(summary.sessions().delivered()).isEqualTo(6);
        assertThat(summary.pulses().delivered()).contains(16600);
    }

    @Test
    void aCourseOnHoldSaysSo() {
        assertThat(summary("2026-07-11", "course 2026-07-06 hold=2026-07-11T00:00:00Z")
                        .status())
                .isEqualTo("on-hold");
        assertThat(summary("2026-07-12", "course 2026-07-06 hold=2026-07-11T00:00:00Z..2026-07-12T00:00:00Z")
                        .status())
                .isEqualTo("in-progress");
    }

    @Test
    void aStatedTotalThatDiffersIsAConflict() {
        CourseSummary summary = summary("2026-07-31", "course 2026-07-06..2026-07-20 delivered=6 status=completed");
        assertThat(summary.sessions().delivered()).isEqualTo(5);
        assertThat(summary.conflict()).extracting(Finding::code).containsExactly("sessions-differ");
        assertThat(summary.projectedEnd()).isEmpty();
    }

    @Test
    void aCourseWithoutSessionsKeepsWhatItStates() {
        List<Resource> record =
                TmsText.resources(List.of(ORDER, "course 2026-07-06..2026-07-20 delivered=30 status=completed"));
        CourseSummary summary =
                COURSES.of((Procedure) record.get(1), PatientText.chartOf(record, "2026-07-31"), Set.of());
        assertThat(summary.sessions().delivered()).isEqualTo(30);
        assertThat(summary.sessions().source()).isEqualTo("stated");
    }

    @Test
    void anEctCourseHasTheSameShape() {
        CourseSummary summary = summary(
                "2026-07-10", "course 2026-07-06 code=https://trd-care.github.io/fhir/CodeSystem/trd-codes|ect-course");
        assertThat(summary.sessions().delivered()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        // asked before the second session, only the first is known
        "2026-07-06, 1, 35",
        "2026-07-08, 3, 33",
        "2026-07-10, 5, 31"
    })
    void thePastIsToldAsItWas(String asOf, int delivered, int remaining) {
        CourseSummary summary = summary(asOf, "course 2026-07-06");
        assertThat(summary.sessions().delivered()).isEqualTo(delivered);
        assertThat(summary.sessions().remaining()).contains(remaining);
    }

    @ParameterizedTest
    @CsvSource({
        // the fifth missed session after the threshold, before its week is over
        "2026-07-10, missed=0, 2026-07-13",
        "2026-07-10, missed=4, 2026-07-13",
        "2026-07-10, missed=5, 2026-07-10"
    })
    void fiveMissedSessionsAskForANewThreshold(String asOf, String missed, String due) {
        int count = Integer.parseInt(missed.substring(missed.indexOf('=') + 1));
        List<String> lines = new ArrayList<>(List.of("course 2026-07-06", "threshold 2026-07-06T08:00:00Z 50"));
        IntStream.rangeClosed(0, count - 1)
                .forEach(day -> lines.add("missed 2026-07-" + (day + 6 < 10 ? "0" : "") + (day + 6) + "T15:00:00Z"));
        assertThat(summary(asOf, lines.toArray(String[]::new)).thresholdDue()).contains(LocalDate.parse(due));
    }

    @Test
    void martasCourseOfTheFirstStoryAddsUp() {
        Chart chart = PatientText.chartOf(StoryRecord.of("01-remission-on-10hz"), "2026-11-01");
        CourseSummary summary =
                COURSES.of(chart.find(Procedure.class, "Procedure/marta-course").orElseThrow(), chart, Set.of());
        assertThat(summary.status()).isEqualTo("completed");
        assertThat(summary.sessions().delivered()).isEqualTo(36);
        assertThat(summary.sessions().remaining()).contains(0);
        assertThat(summary.pulses().delivered()).contains(108000);
        assertThat(summary.thresholds()).hasSize(10);
        assertThat(summary.conflict()).isEmpty();
        SessionCheck check = new SessionCheck(PatientText.KNOWLEDGE);
        assertThat(summary.lines()).allMatch(line -> check.decide(line.session().procedure(), chart)
                .accepted());
    }

    private static Procedure course(String line) {
        return (Procedure) TmsText.resource(line);
    }

    private static CourseSummary summary(String asOf, String course, String... more) {
        return summary(asOf, Stream.concat(Stream.of(course), Stream.of(more)).toArray(String[]::new));
    }

    private static CourseSummary summary(String asOf, String[] lines) {
        return COURSES.of(course(lines[0]), chart(asOf, lines), Set.of());
    }

    private static Chart chart(String asOf, String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(ORDER);
        all.addAll(WEEK);
        return PatientText.chartOf(TmsText.resources(all), asOf);
    }
}
