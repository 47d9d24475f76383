package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.GoalProgress;
import io.github.trdcare.careplan.PlanActivity;
import io.github.trdcare.careplan.PlanProgress.Standing;
import io.github.trdcare.careplan.Window;
import io.github.trdcare.door.Parts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Writes how a plan stands into an answer. */
public final class ProgressParts {
    private static final MathContext SHOWN = new MathContext(4);

    private ProgressParts() {}

    public static void write(Parts answer, Standing plan) {
        plan.goals().forEach(goal -> goal(answer, goal));
        plan.unmeasured().forEach(goal -> answer.part("goal")
                .code("theme", goal.theme())
                .code("achievement", goal.achievement())
                .reference("evidence", goal.goal()));
        plan.activities().forEach(activity -> answer.part("activity")
                .value("reference", named(activity))
                .code("status", activity.status())
                .yes("overdue", activity.overdue()));
        answer.findings("overdue", plan.overdue());
    }

    /** One that the plan alone tells of has no resource to point to: there are only its words. */
    private static Reference named(PlanActivity activity) {
        return new Reference()
                .setReference(activity.reference().orElse(null))
                .setDisplay(activity.text().orElse(null));
    }

    private static void goal(Parts answer, GoalProgress goal) {
        Parts part = answer.part("goal")
                .code("theme", goal.theme())
                .value("measure", coding(goal.measure(), goal.name()))
                .value("target", goal.target())
                .value("latest", goal.latest().map(window -> quantity(window.value(), goal.unit())))
                .value("window", goal.latest().map(ProgressParts::period))
                .code("achievement", goal.achievement())
                .code("trend", goal.trend())
                .day("due", goal.due())
                .reference("evidence", goal.goal());
        part.references("evidence", goal.latest().map(Window::evidence).orElse(List.of()));
    }

    private static Coding coding(String code, Optional<String> name) {
        int bar = code.lastIndexOf('|');
        return new Coding(code.substring(0, bar), code.substring(bar + 1), name.orElse(null));
    }

    private static Quantity quantity(BigDecimal value, String unit) {
        return new Quantity()
                .setValue(new BigDecimal(value.round(SHOWN).toPlainString()))
                .setUnit(unit)
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
    }

    private static Period period(Window window) {
        return new Period()
                .setStartElement(new DateTimeType(window.first().toString()))
                .setEndElement(new DateTimeType(window.last().toString()));
    }
}
