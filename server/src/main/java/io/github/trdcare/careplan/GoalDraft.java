package io.github.trdcare.careplan;

import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Goal.GoalTargetComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionGoalComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionGoalTargetComponent;
import org.hl7.fhir.r4.model.Quantity;

/** Makes the goals that a protocol sets, as proposals. */
final class GoalDraft {

    private GoalDraft() {}

    static List<Goal> all(PlanFacts facts) {
        return facts.protocol().definition().getGoal().stream()
                .map(goal -> of(goal, facts))
                .toList();
    }

    private static Goal of(PlanDefinitionGoalComponent meant, PlanFacts facts) {
        Goal goal = new Goal()
                .setLifecycleStatus(GoalLifecycleStatus.PROPOSED)
                .setDescription(meant.getDescription().copy())
                .setSubject(facts.patient())
                .setStart(new DateType(facts.start().toString()))
                .setStatusDateElement(
                        new DateType(facts.request().chart().today().toString()));
        facts.table().goalProfile(meant.getCategory()).ifPresent(profile -> goal.setMeta(PlanFacts.claiming(profile)));
        goal.addAddresses(facts.episode());
        if (meant.hasCategory()) {
            goal.addCategory(meant.getCategory().copy());
        }
        if (meant.hasPriority()) {
            goal.setPriority(meant.getPriority().copy());
        }
        meant.getTarget().forEach(target -> goal.addTarget(target(target)));
        return goal;
    }

    private static GoalTargetComponent target(PlanDefinitionGoalTargetComponent meant) {
        GoalTargetComponent target = new GoalTargetComponent();
        target.setMeasure(meant.getMeasure().copy());
        if (meant.hasDetail()) {
            target.setDetail(meant.getDetail().copy());
        }
        if (meant.hasDue()) {
            target.setDue(meant.getDue().copy());
        }
        if (target.getDetail() instanceof Quantity quantity && !quantity.hasUnit()) {
            // For readers who do not look behind a number.
            quantity.setUnit(quantity.getCode());
        }
        return target;
    }
}
