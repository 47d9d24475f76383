package io.github.trdcare.careplan;

import io.github.trdcare.chart.Ours;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Puts a new plan together: the plan, its goals, its orders and tasks, and who made it. */
final class PlanAssembly {
    private static final String ASSESS_PLAN = "http://hl7.org/fhir/us/core/CodeSystem/careplan-category|assess-plan";

    private final PlanFacts facts;
    private final String key;
    private final PlanDraft draft;
    private final CarePlan plan = new CarePlan();

    PlanAssembly(PlanFacts facts, String key) {
        this.facts = facts;
        this.key = key;
        this.draft = new PlanDraft(key);
    }

    Bundle transaction(Optional<Replacement> replacement) {
        Optional<Reference> earlier = replacement.map(Replacement::plan);
        Reference self = draft.add(plan);
        List<Goal> goals = GoalDraft.all(facts);
        List<Reference> pursued = goals.stream().map(draft::add).toList();
        List<Reference> activities = facts.protocol().steps().stream()
                .map(step -> draft.add(activity(step, self, pursued)))
                .toList();
        describe(goals);
        pursued.forEach(plan::addGoal);
        activities.forEach(activity -> plan.addActivity().setReference(activity));
        earlier.ifPresent(plan::addReplaces);
        List<Reference> made = new ArrayList<>(List.of(self));
        made.addAll(pursued);
        made.addAll(activities);
        draft.add(PlanOrigin.of(facts, made, earlier));
        replacement.ifPresent(old -> old.changes(
                        facts.request().chart().today(), "Replaced by the plan " + title() + " from " + facts.start())
                .forEach(draft::change));
        return draft.transaction();
    }

    private Resource activity(PlanDefinitionActionComponent step, Reference self, List<Reference> goals) {
        Optional<ActivityDefinition> known = facts.protocol()
                .definitionOf(step)
                .filter(ActivityDefinition.class::isInstance)
                .map(ActivityDefinition.class::cast);
        if (known.isEmpty()) {
            return TaskDraft.proposal(step, facts, self);
        }
        ActivityDefinition activity = known.get();
        if (activity.getKind() == ActivityDefinitionKind.SERVICEREQUEST) {
            return OrderDraft.of(activity, facts, self.copy(), goals);
        }
        return activity.getKind() == ActivityDefinitionKind.MEDICATIONREQUEST
                ? MedicationDraft.of(activity, facts, self.copy())
                : TaskDraft.of(step, activity, facts, self);
    }

    private void describe(List<Goal> goals) {
        PlanDefinition definition = facts.protocol().definition();
        if (!goals.isEmpty()) {
            // The profile asks for a goal; a clinic's own protocol may have none.
            plan.setMeta(PlanFacts.claiming("trd-care-plan"));
        }
        plan.setStatus(CarePlanStatus.DRAFT)
                .setIntent(CarePlanIntent.PLAN)
                .setTitle(title())
                .setDescription(definition.getDescription())
                .setSubject(facts.patient())
                .setCreatedElement(facts.written())
                .setText(words(goals).narrative());
        plan.addIdentifier().setSystem(Instantiation.KEY).setValue(key);
        plan.addInstantiatesCanonical(facts.protocol().canonical());
        plan.addCategory(PlanFacts.concept(ASSESS_PLAN));
        plan.addCategory(PlanFacts.concept(Ours.TRD + "|trd-care"));
        plan.addAddresses(facts.episode());
        plan.getPeriod().setStartElement(facts.startDay());
        facts.author().ifPresent(plan::setAuthor);
        facts.organization().ifPresent(plan::addContributor);
    }

    private Prose words(List<Goal> goals) {
        return new Prose()
                .paragraph(title() + ", from " + facts.start())
                .list(goals.stream()
                        .map(goal -> goal.getDescription().getText())
                        .toList())
                .list(facts.protocol().steps().stream()
                        .map(PlanDefinitionActionComponent::getTitle)
                        .toList())
                .list(facts.inputs().words());
    }

    private String title() {
        PlanDefinition definition = facts.protocol().definition();
        return definition.hasTitle() ? definition.getTitle() : definition.getName() + "";
    }
}
