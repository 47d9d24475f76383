package io.github.trdcare.careplan;

import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** Makes the tasks of a plan, as drafts; a step that is a protocol of its own becomes a proposal, for it is a choice. */
final class TaskDraft {

    private TaskDraft() {}

    /** What somebody is asked to do. */
    static Task of(PlanDefinitionActionComponent step, ActivityDefinition activity, PlanFacts facts, Reference plan) {
        Task task = task(step, facts, plan)
                .setIntent(TaskIntent.ORDER)
                .setCode(activity.getCode().copy());
        task.setMeta(PlanFacts.claiming(activity.hasProfile() ? activity.getProfile() : "trd-task"));
        task.setInstantiatesCanonical(canonical(activity));
        if (activity.hasTiming()) {
            input(task, "Timing", activity.getTiming().copy());
        }
        activity.getRelatedArtifact().stream()
                .filter(artifact -> artifact.getType() == RelatedArtifactType.DEPENDSON && artifact.hasResource())
                .map(RelatedArtifact::getResource)
                .forEach(form -> input(task, "Questionnaire", new CanonicalType(form)));
        return task;
    }

    /** A step without a definition, or one that is a protocol: to be chosen by a clinician. */
    static Task proposal(PlanDefinitionActionComponent step, PlanFacts facts, Reference plan) {
        Task task = task(step, facts, plan)
                .setIntent(TaskIntent.PROPOSAL)
                .setCode(new CodeableConcept().setText("Next step of treatment: " + step.getTitle()));
        task.setMeta(PlanFacts.claiming("trd-task"));
        facts.protocol()
                .definitionOf(step)
                .ifPresent(definition -> task.setInstantiatesCanonical(canonical(definition)));
        return task;
    }

    private static Task task(PlanDefinitionActionComponent step, PlanFacts facts, Reference plan) {
        Task task = new Task()
                .setStatus(TaskStatus.DRAFT)
                .setDescription(step.getTitle())
                .setFor(facts.patient())
                .setReasonReference(facts.episode())
                .setFocus(plan.copy())
                .setAuthoredOnElement(facts.written());
        task.addBasedOn(plan.copy());
        task.getRestriction().getPeriod().setStartElement(facts.startDay());
        facts.author().ifPresent(task::setRequester);
        return task;
    }

    private static void input(Task task, String kind, Type value) {
        task.addInput().setType(new CodeableConcept().setText(kind)).setValue(value);
    }

    private static String canonical(MetadataResource definition) {
        return definition.hasVersion() ? definition.getUrl() + "|" + definition.getVersion() : definition.getUrl();
    }
}
