package io.github.trdcare.structure;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The JSON types of FHIR's elements, which the parser does not mind: lists, numbers, truth values, texts (R4, 2.6.2). */
public final class JsonTypes {
    private static final Set<String> NUMBERS = Set.of("integer", "positiveInt", "unsignedInt", "decimal");

    private final FhirContext context;

    /** Takes the context that knows the elements. */
    public JsonTypes(FhirContext context) {
        this.context = context;
    }

    /** Every place where the JSON of a resource has another type than FHIR writes there. */
    public List<Finding> findings(JsonNode resource) {
        Walk walk = new Walk();
        walk.resource(resource, resource.path("resourceType").asText());
        return walk.findings;
    }

    private final class Walk {
        private final List<Finding> findings = new ArrayList<>();

        void resource(JsonNode resource, String expression) {
            String type = resource.path("resourceType").asText();
            if (context.getResourceTypes().contains(type)) {
                object(resource, context.getResourceDefinition(type), expression);
            }
        }

        private void object(JsonNode object, BaseRuntimeElementCompositeDefinition<?> definition, String expression) {
            object.properties().forEach(property -> {
                String name = property.getKey();
                BaseRuntimeChildDefinition child = definition.getChildByName(name);
                if (child != null) {
                    child(property.getValue(), child, element(child, name), expression + "." + name);
                }
            });
        }

        /** HAPI finds the one kind of extension by its name, and fails at the other. */
        private BaseRuntimeElementDefinition<?> element(BaseRuntimeChildDefinition child, String name) {
            return name.equals("modifierExtension")
                    ? context.getElementDefinition("Extension")
                    : child.getChildByName(name);
        }

        private void child(
                JsonNode json,
                BaseRuntimeChildDefinition child,
                BaseRuntimeElementDefinition<?> definition,
                String expression) {
            boolean list = child.getMax() != 1;
            if (json.isArray() != list) {
                add(expression, list ? "a list" : "one value, no list");
                return;
            }
            if (json.isNull()) {
                add(expression, "left out where there is no value: null does not stand");
            } else if (!list) {
                value(json, definition, expression);
            }
            for (int i = 0; list && i < json.size(); i++) {
                value(json.get(i), definition, expression + "[" + i + "]");
            }
        }

        private void value(JsonNode json, BaseRuntimeElementDefinition<?> definition, String expression) {
            if (json.has("resourceType")) {
                resource(json, expression);
            } else if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
                if (json.isObject()) {
                    object(json, composite, expression);
                } else {
                    add(expression, "an object");
                }
            } else if (definition != null && !json.isNull()) {
                primitive(json, definition.getName(), expression);
            }
        }

        private void primitive(JsonNode json, String type, String expression) {
            if ("boolean".equals(type)) {
                expect(json.isBoolean(), expression, "true or false without quotation marks");
            } else if (NUMBERS.contains(type)) {
                expect(json.isNumber(), expression, "a number without quotation marks");
            } else {
                expect(json.isTextual() || json.isObject(), expression, "a text in quotation marks");
            }
        }

        private void expect(boolean met, String expression, String expected) {
            if (!met) {
                add(expression, expected);
            }
        }

        private void add(String expression, String expected) {
            findings.add(
                    new Finding(IssueType.STRUCTURE, expression, expression + " must be " + expected + " in JSON."));
        }
    }
}
