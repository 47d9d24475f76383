package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a plan is late, and what cannot be followed at all. */
class PlanProgressTest {
    private static final PlanProgress PROGRESS = new PlanProgress(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        // begun on 1 June and never scored: asked for by the 9th
        ", 2026-06-09, false",
        ", 2026-06-10, true",
        "2026-06-08, 2026-06-16, false",
        "2026-06-08, 2026-06-17, true",
        // a score from before the course does not count
        "2026-05-20, 2026-06-10, true",
    })
    void aCourseAsksForAScaleEachWeek(String scored, String asOf, boolean late) {
        List<Resource> record = courseUnderWay();
        if (scored != null) {
            record.addAll(PatientText.resources(List.of("phq9 " + scored + " 12")));
        }
        assertThat(codes(record, asOf).contains("scale")).isEqualTo(late);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, false", "2026-06-02, true"})
    void aMotorThresholdIsDueOnTheFirstDay(String asOf, boolean late) {
        assertThat(codes(courseUnderWay(), asOf).contains("motor-threshold")).isEqualTo(late);
    }

    /** Elena's PHQ-9 is taken once a month. */
    @Test
    void aScaleIsLateByTheRhythmOfItsOrder() {
        List<Resource> record = new ArrayList<>(StoryRecord.of("19-maintenance-tms"));
        record.removeIf(each -> each instanceof QuestionnaireResponse);
        record.removeIf(each -> isTotal(each)
                && ((Observation) each)
                                .getEffectiveDateTimeType()
                                .getValueAsString()
                                .compareTo("2026-10-15")
                        > 0);
        String last = record.stream()
                .filter(PlanProgressTest::isTotal)
                .map(each -> ((Observation) each).getEffectiveDateTimeType().getValueAsString())
                .max(String::compareTo)
                .orElseThrow()
                .substring(0, 10);
        LocalDate due = LocalDate.parse(last).plusMonths(1);
        assertThat(late(record, due.toString())).isEmpty();
        assertThat(late(record, due.plusDays(1).toString()))
                .extracting(finding -> finding.value().orElseThrow())
                .containsExactly(due.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2, wk, 2026-06-15, false",
        "2, wk, 2026-06-16, true",
        "3, mo, 2026-09-01, false",
        "3, mo, 2026-09-02, true",
        "10, d, 2026-06-12, true",
        // no unit of time
        "2, kg, 2027-06-12, false",
    })
    void aTargetMayBeDueSoLongAfterTheStart(int number, String unit, String asOf, boolean late) {
        Goal goal = goal();
        Duration after = new Duration();
        after.setValue(number).setSystem("http://unitsofmeasure.org").setCode(unit);
        goal.getTargetFirstRep().setDue(after);
        assertThat(codes(List.of(plan(goal), goal), asOf).contains("goal")).isEqualTo(late);
    }

    @Test
    void aGoalThatNobodyCanFollowSaysWhatItLacks() {
        Goal goal = goal();
        goal.getTarget().clear();
        assertThat(codes(List.of(plan(goal), goal), "2026-06-02")).containsExactly("no-measure");
        goal.setLifecycleStatus(Goal.GoalLifecycleStatus.COMPLETED);
        assertThat(codes(List.of(plan(goal), goal), "2026-06-02")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "scheduled, 2026-06-10, false, 2026-06-10, false",
        "scheduled, 2026-06-10, false, 2026-06-11, true",
        "completed, 2026-06-10, false, 2026-06-11, false",
        "scheduled, 2026-06-10, true, 2026-06-11, false",
    })
    void anActivityThatThePlanAloneTellsOfIsToldByItsWords(
            String status, String end, boolean forbidden, String asOf, boolean late) {
        CarePlan plan = plan();
        plan.addActivity()
                .getDetail()
                .setStatus(CarePlanActivityStatus.fromCode(status))
                .setDoNotPerform(forbidden)
                .setDescription("Walk to the river")
                .setScheduled(new Period().setEndElement(new DateTimeType(end)));
        List<PlanActivity> activities =
                PROGRESS.of(plan, chart(List.of(plan), asOf)).activities();
        assertThat(activities).extracting(each -> each.text().orElseThrow()).containsExactly("Walk to the river");
        assertThat(activities.get(0).overdue()).isEqualTo(late);
    }

    private static boolean isTotal(Resource resource) {
        return resource instanceof Observation score
                && "44261-6".equals(score.getCode().getCodingFirstRep().getCode());
    }

    private static List<Finding> late(List<Resource> record, String asOf) {
        return overdue(record, asOf).stream()
                .filter(finding -> finding.code().equals("scale"))
                .toList();
    }

    private static List<String> codes(List<? extends Resource> record, String asOf) {
        return overdue(record, asOf).stream().map(Finding::code).toList();
    }

    private static List<Finding> overdue(List<? extends Resource> record, String asOf) {
        Chart chart = chart(record, asOf);
        return PROGRESS.of(chart.all(CarePlan.class).get(0), chart).overdue();
    }

    private static Chart chart(List<? extends Resource> record, String asOf) {
        return PatientText.chartOf(record, asOf);
    }

    private static List<Resource> courseUnderWay() {
        List<Resource> record = new ArrayList<>(PatientText.resources(List.of("order 36", "tms 2026-06-01")));
        record.stream().filter(Procedure.class::isInstance).forEach(course -> ((Procedure) course)
                .addBasedOn(new Reference("ServiceRequest/order-1")));
        CarePlan plan = plan();
        plan.addActivity().setReference(new Reference("ServiceRequest/order-1"));
        record.add(plan);
        return record;
    }

    private static CarePlan plan(Goal... goals) {
        CarePlan plan = new CarePlan();
        plan.setId("plan");
        plan.getPeriod().setStartElement(new DateTimeType("2026-06-01"));
        for (Goal goal : goals) {
            plan.addGoal(new Reference(References.to(goal)));
        }
        return plan;
    }

    private static Goal goal() {
        Goal goal = new Goal().setStart(new DateType("2026-06-01"));
        goal.setId("goal");
        goal.addTarget().getMeasure().addCoding().setSystem("http://loinc.org").setCode("82290-8");
        return goal;
    }
}
