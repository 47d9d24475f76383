package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.PlanRequest;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.RefusedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** What a request to instantiate says; whatever it says that nobody reads is refused, for it may have meant much. */
record InstantiateParameters(Parameters asked) {
    private static final Set<String> KNOWN =
            Set.of("subject", "condition", "start", "author", "organization", "dryRun", "input");
    private static final Set<String> AUTHORS =
            Set.of("Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Organization", "Device");

    InstantiateParameters {
        asked.getParameter().stream()
                .map(ParametersParameterComponent::getName)
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusedException.unfit(
                            name, "No parameter is named so; known are " + String.join(", ", KNOWN));
                });
    }

    Optional<String> subject() {
        return text("subject");
    }

    Optional<IdType> condition() {
        return text("condition").map(IdType::new);
    }

    boolean dryRun() {
        return value("dryRun")
                .map(value -> {
                    if (value instanceof BooleanType flag) {
                        return flag.booleanValue();
                    }
                    throw RefusedException.unfit("dryRun", "A boolean is expected");
                })
                .orElse(false);
    }

    PlanRequest of(String patient, Chart chart, Optional<String> condition) {
        return new PlanRequest(
                chart,
                patient,
                condition,
                start(),
                author(),
                text("organization").map(id -> id.contains("/") ? id : "Organization/" + id),
                inputs());
    }

    private Optional<LocalDate> start() {
        return value("start").map(value -> {
            if (value instanceof DateType date && date.getValueAsString().length() == "2026-01-01".length()) {
                return LocalDate.parse(date.getValueAsString());
            }
            throw RefusedException.unfit("start", "A date with its day is expected, as in 2026-01-01");
        });
    }

    private Optional<String> author() {
        return text("author").map(author -> {
            if (!AUTHORS.contains(author.split("/", 2)[0])) {
                throw RefusedException.unfit("author", "Somebody who can plan is expected, as in PractitionerRole/1");
            }
            return author;
        });
    }

    private Map<String, Type> inputs() {
        Map<String, Type> inputs = new TreeMap<>();
        for (ParametersParameterComponent input : named("input")) {
            String name = part(input, "name")
                    .map(Type::primitiveValue)
                    .orElseThrow(() -> RefusedException.unfit("input", "An input has no part name"));
            Type value = part(input, "value")
                    .orElseThrow(() -> RefusedException.unfit("input", "The input " + name + " has no part value"));
            if (inputs.put(name, value) != null) {
                throw RefusedException.unfit("input", "The input " + name + " is given twice");
            }
        }
        return inputs;
    }

    private Optional<String> text(String name) {
        return value(name)
                .map(value -> value instanceof Reference reference ? References.of(reference) : value.primitiveValue())
                .filter(text -> !text.isBlank());
    }

    private Optional<Type> value(String name) {
        List<ParametersParameterComponent> found = named(name);
        if (found.size() > 1) {
            throw RefusedException.unfit(name, "The parameter " + name + " may be given once");
        }
        return found.stream().findFirst().map(ParametersParameterComponent::getValue);
    }

    private List<ParametersParameterComponent> named(String name) {
        return asked.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .toList();
    }

    private static Optional<Type> part(ParametersParameterComponent input, String name) {
        return input.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.hasValue())
                .map(ParametersParameterComponent::getValue)
                .findFirst();
    }
}
