package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/** An operation: how it is called, what it is asked and what it answers. */
class OperationPage {

    private static final List<String> COLUMNS = List.of("Parameter", "Card.", "Type");

    Page of(Definition definition) {
        OperationDefinition operation = (OperationDefinition) definition.resource();
        return Page.of(
                definition,
                Section.table("How it is called", List.of("", ""), call(operation)),
                Section.table("Asked", COLUMNS, parameters(operation, OperationParameterUse.IN)),
                Section.table("Answered", COLUMNS, parameters(operation, OperationParameterUse.OUT)));
    }

    private static List<List<Cell>> call(OperationDefinition operation) {
        String type =
                operation.getSystem() ? "" : operation.getResource().get(0).getValue() + "/";
        String path = type + (operation.getInstance() ? "[id]/" : "") + "$" + operation.getCode();
        return List.of(
                List.of(
                        Cell.of(operation.getAffectsState() ? "POST" : "GET or POST"),
                        Cell.of("[base]/" + path).asCode()),
                List.of(Cell.of("Changes the store"), Cell.of(operation.getAffectsState() ? "yes" : "no")));
    }

    private static List<List<Cell>> parameters(OperationDefinition operation, OperationParameterUse use) {
        List<List<Cell>> rows = new ArrayList<>();
        operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == use)
                .forEach(parameter -> add(parameter, 0, rows));
        return rows;
    }

    private static void add(OperationDefinitionParameterComponent parameter, int depth, List<List<Cell>> rows) {
        rows.add(List.of(
                Cell.of(parameter.getName()).asCode().indentedBy(depth),
                Cell.of(parameter.getMin() + ".." + parameter.getMax()),
                Cell.of(parameter.hasType() ? parameter.getType() : "parts")));
        parameter.getPart().forEach(part -> add(part, depth + 1, rows));
    }
}
