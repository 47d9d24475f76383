package io.github.trdcare.structure;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeResourceBlockDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * The shape that FHIR R4 itself gives a resource: mandatory elements, codes of required bindings, types of references
 * and the form of dates and addresses. One walk over what is there, no validator: cheap enough for every write.
 */
public final class BaseStructure {
    private final FhirContext context;
    private final Set<String> resourceTypes;
    private final ElementRules rules;
    private final RequiredCodes codes;

    /** Takes FHIR's own definitions, and what expands a value set by its URL or says that it cannot. */
    public BaseStructure(
            FhirContext context,
            Collection<StructureDefinition> definitions,
            Function<String, Optional<ValueSet>> expansion) {
        this.context = context;
        this.resourceTypes = context.getResourceTypes();
        this.rules = new ElementRules(definitions);
        this.codes = new RequiredCodes(expansion);
    }

    /** Every place where the resource breaks its type's shape. */
    public List<Finding> findings(IBaseResource resource) {
        Walk walk = new Walk();
        walk.resource(resource, context.getResourceType(resource));
        return walk.findings;
    }

    private final class Walk {
        private final List<Finding> findings = new ArrayList<>();

        void resource(IBaseResource resource, String expression) {
            children(resource, context.getResourceDefinition(resource), expression, context.getResourceType(resource));
        }

        /** @param path where the base definitions describe this element, which for a data type is the type's own name */
        private void children(
                IBase parent, BaseRuntimeElementCompositeDefinition<?> definition, String expression, String path) {
            for (BaseRuntimeChildDefinition child : definition.getChildrenAndExtension()) {
                String name = child.getElementName().replace("[x]", "");
                String place = expression + "." + name;
                List<IBase> values = child.getAccessor().getValues(parent).stream()
                        .filter(value -> value != null && !value.isEmpty())
                        .toList();
                if (values.size() < child.getMin()) {
                    add(IssueType.REQUIRED, place, "is mandatory (at least " + child.getMin() + ") and missing.");
                }
                for (int i = 0; i < values.size(); i++) {
                    value(values.get(i), child.getMax() == 1 ? place : place + "[" + i + "]", path + "." + name);
                }
            }
        }

        private void value(IBase value, String expression, String path) {
            if (value instanceof IBaseResource contained) {
                resource(contained, expression);
                return;
            }
            if (value instanceof XhtmlNode narrative) {
                NarrativeRule.fault(narrative).ifPresent(fault -> add(IssueType.INVALID, expression, fault + "."));
                return;
            }
            hold(value, expression, rules.of(path));
            BaseRuntimeElementDefinition<?> definition = context.getElementDefinition(value.getClass());
            if (definition instanceof BaseRuntimeElementCompositeDefinition<?> composite) {
                boolean block = composite instanceof RuntimeResourceBlockDefinition;
                children(value, composite, expression, block ? path : composite.getName());
            } else if (value instanceof PrimitiveType<?> primitive) {
                PrimitiveForm.fault(primitive)
                        .ifPresent(fault -> add(IssueType.VALUE, expression, "is wrong. " + fault));
                primitive.getExtension().forEach(extension -> value(extension, expression + ".extension", "Extension"));
            }
        }

        private void hold(IBase value, String expression, ElementRule rule) {
            if (!rule.valueSet().isEmpty() && !isAllowed(value, rule.valueSet())) {
                add(IssueType.CODEINVALID, expression, "needs a code from " + rule.valueSet() + ".");
            }
            if (!rule.targets().isEmpty() && value instanceof Reference reference) {
                IdType target = new IdType(reference.getReference());
                if (isForeign(target, rule.targets())) {
                    add(
                            IssueType.INVALID,
                            expression,
                            "points at " + target.getResourceType() + ", allowed: "
                                    + String.join(
                                            ", ",
                                            rule.targets().stream().sorted().toList()) + ".");
                }
            }
        }

        private boolean isAllowed(IBase value, String valueSet) {
            if (value instanceof CodeableConcept concept) {
                // A concept may say by an extension why there is no code (data-absent-reason).
                return !concept.hasCoding() && concept.hasExtension() || codes.allow(valueSet, concept.getCoding());
            }
            if (value instanceof Coding coding) {
                return codes.allow(valueSet, List.of(coding));
            }
            // The parser itself knows the codes of an enumeration.
            return !(value instanceof CodeType code)
                    || value instanceof Enumeration<?>
                    || !code.hasValue()
                    || codes.allow(valueSet, code.getValue());
        }

        /** Only a reference that says its type can be judged, and only one to a server that speaks FHIR R4. */
        private boolean isForeign(IdType target, Set<String> allowed) {
            return target.hasResourceType()
                    && resourceTypes.contains(target.getResourceType())
                    && !allowed.contains(target.getResourceType());
        }

        private void add(IssueType code, String expression, String message) {
            findings.add(new Finding(code, expression, expression + " " + message));
        }
    }
}
