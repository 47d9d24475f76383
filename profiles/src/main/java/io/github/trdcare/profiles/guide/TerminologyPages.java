package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.ValueSet;

/** Value sets, code systems and concept maps: their codes in a table. */
class TerminologyPages {

    private final Library catalogue;

    TerminologyPages(Library catalogue) {
        this.catalogue = catalogue;
    }

    Page valueSet(Definition definition) {
        List<List<Cell>> rows = catalogue
                .codes((ValueSet) definition.resource())
                .map(code -> List.of(
                        Cell.of(code.code()).asCode(),
                        Cell.of(code.display()),
                        Cell.of(List.of(catalogue.link(code.system(), code.system()))),
                        Cell.of(code.definition())))
                .toList();
        return Page.of(definition, Section.table("Codes", List.of("Code", "Name", "System", "Meaning"), rows));
    }

    Page codeSystem(Definition definition) {
        List<List<Cell>> rows = ((CodeSystem) definition.resource())
                .getConcept().stream()
                        .map(concept -> List.of(
                                Cell.of(concept.getCode()).asCode(),
                                Cell.of(concept.getDisplay()),
                                Cell.of(concept.getDefinition())))
                        .toList();
        return Page.of(definition, Section.table("Codes", List.of("Code", "Name", "Meaning"), rows));
    }

    Page map(Definition definition) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ConceptMapGroupComponent group : ((ConceptMap) definition.resource()).getGroup()) {
            for (SourceElementComponent source : group.getElement()) {
                source.getTarget().forEach(target -> rows.add(pair(group, source, target)));
            }
        }
        return Page.of(
                definition, Section.table("Pairs", List.of("From", "System", "To", "System", "How alike"), rows));
    }

    private List<Cell> pair(
            ConceptMapGroupComponent group, SourceElementComponent source, TargetElementComponent target) {
        return List.of(
                Cell.of(source.getCode()).asCode(),
                Cell.of(List.of(catalogue.link(group.getSource(), group.getSource()))),
                Cell.of(target.getCode()).asCode(),
                Cell.of(List.of(catalogue.link(group.getTarget(), group.getTarget()))),
                Cell.of(target.getEquivalence().toCode()));
    }
}
