package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceInteractionComponent;

/** What one role uses, a row for each resource type. */
class CapabilityPage {

    private static final List<String> COLUMNS =
            List.of("Resource", "What for", "Profiles", "Interactions", "Searches", "Operations");
    private static final String EXPECTATION = "http://hl7.org/fhir/StructureDefinition/capabilitystatement-expectation";

    private final Library catalogue;

    CapabilityPage(Library catalogue) {
        this.catalogue = catalogue;
    }

    Page of(Definition definition) {
        CapabilityStatementRestComponent rest = ((CapabilityStatement) definition.resource()).getRestFirstRep();
        return Page.of(
                definition,
                Section.table("Of the whole server", List.of("", ""), whole(rest)),
                Section.table(
                        "By resource",
                        COLUMNS,
                        rest.getResource().stream().map(this::row).toList()));
    }

    private static List<List<Cell>> whole(CapabilityStatementRestComponent rest) {
        List<List<Cell>> rows = new ArrayList<>();
        rest.getInteraction()
                .forEach(held -> rows.add(List.of(
                        Cell.of(held.getCode().toCode()),
                        Cell.of(held.getExtensionByUrl(EXPECTATION).getValue().primitiveValue()))));
        rest.getOperation().forEach(held -> rows.add(List.of(Cell.of("$" + held.getName()), Cell.of("SHOULD"))));
        return rows;
    }

    private List<Cell> row(CapabilityStatementRestResourceComponent resource) {
        return List.of(
                Cell.of(resource.getType()).asCode(),
                Cell.of(resource.getDocumentation()),
                Cell.of(profiles(resource)),
                Cell.of(interactions(resource)),
                Cell.of(resource.getSearchParam().stream()
                        .map(held -> held.getName())
                        .collect(Collectors.joining(", "))),
                Cell.of(operations(resource)));
    }

    private List<Cell.Text> profiles(CapabilityStatementRestResourceComponent resource) {
        List<Cell.Text> texts = new ArrayList<>();
        for (CanonicalType profile : resource.getSupportedProfile()) {
            comma(texts);
            texts.add(catalogue.link(Library.lastWord(profile.getValue()), profile.getValue()));
        }
        return texts;
    }

    private List<Cell.Text> operations(CapabilityStatementRestResourceComponent resource) {
        List<Cell.Text> texts = new ArrayList<>();
        for (CapabilityStatementRestResourceOperationComponent operation : resource.getOperation()) {
            comma(texts);
            texts.add(catalogue.link("$" + operation.getName(), operation.getDefinition()));
        }
        return texts;
    }

    private static String interactions(CapabilityStatementRestResourceComponent resource) {
        return resource.getInteraction().stream()
                .map(CapabilityPage::interaction)
                .collect(Collectors.joining(", "));
    }

    private static String interaction(ResourceInteractionComponent held) {
        return held.getCode().toCode() + " ("
                + held.getExtensionByUrl(EXPECTATION).getValue().primitiveValue() + ")";
    }

    private static void comma(List<Cell.Text> texts) {
        if (!texts.isEmpty()) {
            texts.add(new Cell.Text(", ", null));
        }
    }
}
