package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Walks an answer beside its OperationDefinition: what is written is declared, with this type, and as often as it may be. */
public final class AnswerShape {
    private static final Path DEFINITIONS = Path.of("../profiles/fsh-generated/resources");
    private static final Pattern AS_IN = Pattern.compile("as in the answer of \\$([a-z-]+)");

    private final List<OperationDefinitionParameterComponent> declared;
    private final List<String> wrong = new ArrayList<>();

    private AnswerShape(List<OperationDefinitionParameterComponent> declared) {
        this.declared = declared;
    }

    /** The shape that an operation declares, by the operation's name without {@code $}. */
    public static AnswerShape of(String operation) {
        return new AnswerShape(declared(operation));
    }

    /** Fails with everything that departs from the definition, not with the first of it. */
    public void check(Parameters answer) {
        wrong.clear();
        level("", answer.getParameter(), declared);
        assertThat(wrong).isEmpty();
    }

    private void level(
            String place,
            List<ParametersParameterComponent> written,
            List<OperationDefinitionParameterComponent> allowed) {
        written.stream()
                .filter(part ->
                        allowed.stream().noneMatch(each -> each.getName().equals(part.getName())))
                .forEach(part -> wrong.add(place + part.getName() + " is not declared"));
        allowed.forEach(definition -> {
            List<ParametersParameterComponent> found = written.stream()
                    .filter(part -> part.getName().equals(definition.getName()))
                    .toList();
            count(place, definition, found.size());
            found.forEach(part -> part(place + definition.getName(), definition, part));
        });
    }

    private void count(String place, OperationDefinitionParameterComponent definition, int count) {
        boolean tooMany = !definition.getMax().equals("*") && count > Integer.parseInt(definition.getMax());
        if (count < definition.getMin() || tooMany) {
            wrong.add(place + definition.getName() + " stands " + count + " times, declared " + definition.getMin()
                    + ".." + definition.getMax());
        }
    }

    private void part(
            String place, OperationDefinitionParameterComponent definition, ParametersParameterComponent written) {
        Matcher other = AS_IN.matcher(definition.getDocumentation() + "");
        List<OperationDefinitionParameterComponent> parts =
                other.find() ? declared(other.group(1)) : definition.getPart();
        if (!parts.isEmpty()) {
            level(place + ".", written.getPart(), parts);
            return;
        }
        String type = definition.getType();
        String said = written.hasResource()
                ? written.getResource().fhirType()
                : written.hasValue() ? written.getValue().fhirType() : "nothing";
        boolean any = type.equals("Type") && written.hasValue();
        if (!any && !said.equals(type)) {
            wrong.add(place + " is " + said + ", declared " + type);
        }
    }

    private static List<OperationDefinitionParameterComponent> declared(String operation) {
        Path file = DEFINITIONS.resolve("OperationDefinition-" + operation + ".json");
        try {
            return FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(OperationDefinition.class, Files.readString(file))
                    .getParameter()
                    .stream()
                    .filter(parameter -> parameter.getUse() == OperationParameterUse.OUT)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
