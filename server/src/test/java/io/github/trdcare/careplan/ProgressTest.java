package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest {
    private static final Progress PROGRESS = new Progress(PatientText.KNOWLEDGE);
    private static final String ACTIVITY = "http://loinc.org|82290-8";
    private static final String DAILY = "https://trd-care.github.io/fhir/CodeSystem/trd-codes|activity-minutes-day";

    /** Mondays from 4 May 2026; asked on Sunday 31 May, when the fourth week is complete. */
    @ParameterizedTest
    @CsvSource({
        "150, achieved",
        "149, in-progress",
        "150 160, sustaining",
        "100 150, achieved",
        "100 120, improving",
        "120 100, worsening",
        "100 100, no-change",
        "120 90 110, no-progress",
        "100 120 110, worsening",
        "100 150 140, worsening"
    })
    void achievementIsToldByWindows(String weeks, String achievement) {
        List<String> figures = Arrays.asList(weeks.split(" "));
        List<String> lines = java.util.stream.IntStream.range(0, figures.size())
                .mapToObj(week -> "observed " + ACTIVITY + " "
                        + java.time.LocalDate.parse("2026-05-06").plusWeeks(week) + " " + figures.get(week) + "min/wk")
                .toList();
        assertThat(progress(lines, "2026-05-31").achievement()).isEqualTo(achievement);
    }

    @Test
    void dailyMinutesMakeAWeekFromMondayToSunday() {
        GoalProgress progress = progress(
                List.of(
                        "observed " + DAILY + " 2026-05-03 100min",
                        "observed " + DAILY + " 2026-05-04 50min",
                        "observed " + DAILY + " 2026-05-10 1h",
                        "observed " + DAILY + " 2026-05-11 5min"),
                "2026-05-12");
        assertThat(progress.latest().orElseThrow().value()).isEqualByComparingTo("110");
        assertThat(progress.latest().orElseThrow().first()).hasToString("2026-05-04");
    }

    @Test
    void aTargetThatIsNotMetByItsDayIsOverdue() {
        assertThat(progress(List.of(), "2026-06-30").overdue()).isFalse();
        assertThat(progress(List.of(), "2026-07-01").overdue()).isTrue();
    }

    @Test
    void martaReachedEveryGoalOfTheFirstStory() {
        Chart chart = PatientText.chartOf(StoryRecord.of("01-remission-on-10hz"), "2026-10-26");
        Map<String, String> achieved = chart.all(Goal.class).stream()
                .flatMap(goal -> PROGRESS.of(goal, chart).stream())
                .collect(Collectors.toMap(GoalProgress::goal, GoalProgress::achievement));
        assertThat(achieved).hasSize(6);
        assertThat(achieved.values()).allMatch(each -> each.equals("sustaining") || each.equals("achieved"));
    }

    private static GoalProgress progress(List<String> lines, String asOf) {
        Goal goal = new Goal();
        goal.setId("goal");
        goal.addTarget()
                .setMeasure(new CodeableConcept(new Coding("http://loinc.org", "82290-8", null)))
                .setDetail(new Quantity()
                        .setValue(new BigDecimal("150"))
                        .setComparator(QuantityComparator.GREATER_OR_EQUAL)
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("min/wk"))
                .setDue(new DateType("2026-06-30"));
        return PROGRESS.of(goal, PatientText.chart(lines, asOf)).get(0);
    }
}
