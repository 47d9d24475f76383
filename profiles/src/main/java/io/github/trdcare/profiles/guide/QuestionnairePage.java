package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Type;

/** A form: its questions, what may be answered, when a question is asked, and what is computed. */
class QuestionnairePage {

    private static final String CALCULATED =
            "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    private static final List<String> COLUMNS = List.of("linkId", "Question", "Type", "Code", "Answers", "Asked");

    private final Library catalogue;

    QuestionnairePage(Library catalogue) {
        this.catalogue = catalogue;
    }

    Page of(Definition definition) {
        Questionnaire form = (Questionnaire) definition.resource();
        List<List<Cell>> rows = new ArrayList<>();
        form.getItem().forEach(item -> add(item, 0, rows));
        return Page.of(
                definition,
                Section.table(
                        null, List.of("", ""), List.of(List.of(Cell.of("Copyright"), Cell.of(form.getCopyright())))),
                Section.table("Questions", COLUMNS, rows));
    }

    private void add(QuestionnaireItemComponent item, int depth, List<List<Cell>> rows) {
        rows.add(List.of(
                Cell.of(item.getLinkId()).asCode().indentedBy(depth),
                Cell.of(item.getText()).noted(calculated(item)),
                Cell.of(item.getType().toCode() + (item.getRepeats() ? ", repeats" : "")),
                Cell.of(codes(item.getCode())),
                Cell.of(answers(item)),
                Cell.of(condition(item))));
        item.getItem().forEach(child -> add(child, depth + 1, rows));
    }

    private static String calculated(QuestionnaireItemComponent item) {
        Extension extension = item.getExtensionByUrl(CALCULATED);
        return extension == null ? null : "Computed: " + ((Expression) extension.getValue()).getExpression();
    }

    private List<Cell.Text> answers(QuestionnaireItemComponent item) {
        if (item.hasAnswerValueSet()) {
            return List.of(catalogue.named(item.getAnswerValueSet()));
        }
        String options = item.getAnswerOption().stream()
                .map(option -> option.getValueCoding())
                .map(coding -> coding.hasDisplay() ? coding.getCode() + " " + coding.getDisplay() : coding.getCode())
                .collect(Collectors.joining("; "));
        return List.of(new Cell.Text(options.isEmpty() ? range(item) : options, null));
    }

    private static String range(QuestionnaireItemComponent item) {
        Extension min = item.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/minValue");
        Extension max = item.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/maxValue");
        return min == null || max == null
                ? ""
                : min.getValue().primitiveValue() + " to " + max.getValue().primitiveValue();
    }

    private static String condition(QuestionnaireItemComponent item) {
        String when = item.getEnableWhen().stream()
                .map(rule ->
                        "if " + rule.getQuestion() + " " + rule.getOperator().toCode() + " " + answer(rule.getAnswer()))
                .collect(Collectors.joining(" and "));
        return when.isEmpty() && item.getRequired() ? "required" : when;
    }

    private static String answer(Type value) {
        return value instanceof Coding coding ? coding.getCode() : value.primitiveValue();
    }

    private static String codes(List<Coding> codings) {
        return codings.stream().map(Coding::getCode).collect(Collectors.joining(", "));
    }
}
