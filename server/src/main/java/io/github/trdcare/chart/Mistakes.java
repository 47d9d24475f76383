package io.github.trdcare.chart;

import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Tells a record that was withdrawn as a mistake from one that stands. */
public final class Mistakes {
    private static final String MISTAKE = "entered-in-error";

    private Mistakes() {}

    public static boolean standsCorrect(Resource resource) {
        return !says(resource, "status") && !says(resource, "verificationStatus") && !withdrawn(resource);
    }

    private static boolean says(Resource resource, String element) {
        Property property = resource.getNamedProperty(element);
        return property != null && property.getValues().stream().anyMatch(Mistakes::mistaken);
    }

    private static boolean mistaken(Base value) {
        return value instanceof CodeableConcept concept
                ? concept.getCoding().stream().anyMatch(coding -> MISTAKE.equals(coding.getCode()))
                : MISTAKE.equals(value.primitiveValue());
    }

    private static boolean withdrawn(Resource resource) {
        return resource instanceof AdverseEvent event
                && event.getModifierExtension().stream()
                        .filter(extension -> Ours.definition("record-status").equals(extension.getUrl()))
                        .map(Extension::getValue)
                        .anyMatch(value -> value instanceof CodeableConcept concept
                                && Coded.isOurs(concept, Ours.TRD, "withdrawn"));
    }
}
