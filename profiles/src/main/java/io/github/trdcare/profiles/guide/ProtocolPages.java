package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionGoalComponent;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.Type;

/** Protocols with their inputs, goals and steps; activities with the blocks that they order. */
class ProtocolPages {

    private static final String OURS = "https://trd-care.github.io/fhir/StructureDefinition/";

    private final Library catalogue;

    ProtocolPages(Library catalogue) {
        this.catalogue = catalogue;
    }

    Page protocol(Definition definition) {
        PlanDefinition plan = (PlanDefinition) definition.resource();
        return Page.of(
                definition,
                Section.table(
                        "Asked when it is started",
                        List.of("Input", "Type", "Required", "What is asked"),
                        inputs(plan)),
                Section.table("Goals", List.of("Goal", "Measure", "Target"), goals(plan)),
                Section.table("Steps", List.of("Step", "Definition"), steps(plan)),
                sources(plan.getRelatedArtifact()));
    }

    Page activity(Definition definition) {
        ActivityDefinition activity = (ActivityDefinition) definition.resource();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.table("What it makes", List.of("", ""), facts(activity)));
        for (Extension block : activity.getExtensionsByUrl(OURS + "tms-prescription")) {
            sections.add(Section.table("Stimulation block", List.of("Part", "Value"), block(block)));
        }
        sections.add(sources(activity.getRelatedArtifact()));
        return Page.of(definition, sections.toArray(Section[]::new));
    }

    private static List<List<Cell>> inputs(PlanDefinition plan) {
        return plan.getExtensionsByUrl(OURS + "instantiate-input").stream()
                .map(input -> List.of(
                        Cell.of(part(input, "name")).asCode(),
                        Cell.of(part(input, "type")),
                        Cell.of(part(input, "required").equals("true") ? "yes" : ""),
                        Cell.of(part(input, "text"))))
                .toList();
    }

    private static String part(Extension extension, String name) {
        return extension.getExtensionByUrl(name).getValue().primitiveValue();
    }

    private static List<List<Cell>> goals(PlanDefinition plan) {
        return plan.getGoal().stream()
                .map(goal -> List.of(
                        Cell.of(goal.getDescription().getText()), Cell.of(measure(goal)), Cell.of(target(goal))))
                .toList();
    }

    private static String measure(PlanDefinitionGoalComponent goal) {
        return goal.hasTarget() ? words(goal.getTargetFirstRep().getMeasure()) : "";
    }

    private static String target(PlanDefinitionGoalComponent goal) {
        return goal.hasTarget() ? words(goal.getTargetFirstRep().getDetail()) : "";
    }

    private List<List<Cell>> steps(PlanDefinition plan) {
        return plan.getAction().stream()
                .map(step -> List.of(
                        Cell.of(step.getTitle()),
                        Cell.of(List.of(catalogue.named(step.getDefinition().primitiveValue())))))
                .toList();
    }

    private List<List<Cell>> facts(ActivityDefinition activity) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.of("Resource"), Cell.of(activity.getKind().toCode())));
        rows.add(List.of(Cell.of("Code"), Cell.of(words(activity.getCode())).asCode()));
        if (activity.hasProfile()) {
            rows.add(List.of(Cell.of("Profile"), Cell.of(List.of(catalogue.named(activity.getProfile())))));
        }
        for (Extension sessions : activity.getExtensionsByUrl(OURS + "sessions-prescribed")) {
            rows.add(List.of(Cell.of("Sessions"), Cell.of(sessions.getValue().primitiveValue())));
        }
        return rows;
    }

    private static List<List<Cell>> block(Extension block) {
        return block.getExtension().stream()
                .map(part -> List.of(Cell.of(part.getUrl()).asCode(), Cell.of(words(part.getValue()))))
                .toList();
    }

    private Section sources(List<RelatedArtifact> artifacts) {
        List<List<Cell>> rows = artifacts.stream()
                .map(artifact -> List.of(
                        Cell.of(artifact.getType().toCode()),
                        artifact.hasResource()
                                ? Cell.of(List.of(catalogue.named(artifact.getResource())))
                                : Cell.of(artifact.getDisplay())))
                .toList();
        return Section.table("Sources", List.of("Kind", "Source"), rows);
    }

    private static String words(Type value) {
        if (value instanceof PrimitiveType<?> primitive) {
            return primitive.getValueAsString();
        }
        if (value instanceof Quantity quantity) {
            String comparator =
                    quantity.hasComparator() ? quantity.getComparator().toCode() + " " : "";
            return comparator + quantity.getValue().toPlainString() + " " + quantity.getCode();
        }
        return value instanceof CodeableConcept ? FixedValue.words(value) : "";
    }
}
