package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.bulk.ExportWish.Level;
import io.github.trdcare.storage.StoredIds;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Which types of resources an export may hold, and which it holds when nobody says. */
@Component
class ExportTypes {
    /** What the server ships to be understood; a client that wants it names it. */
    private static final Set<String> CONFORMANCE = Set.of(
            "CapabilityStatement",
            "CodeSystem",
            "CompartmentDefinition",
            "ConceptMap",
            "GraphDefinition",
            "ImplementationGuide",
            "MessageDefinition",
            "NamingSystem",
            "OperationDefinition",
            "SearchParameter",
            "StructureDefinition",
            "StructureMap",
            "TerminologyCapabilities",
            "ValueSet");

    private final FhirContext context;
    private final StoredIds stored;

    ExportTypes(FhirContext context, StoredIds stored) {
        this.context = context;
        this.stored = stored;
    }

    boolean exists(String type) {
        return context.getResourceTypes().contains(type);
    }

    /** Of a patient's resources are those whose type has a patient. */
    boolean belongs(String type, Level level) {
        return level == Level.SYSTEM || type.equals("Patient") || hasPatient(type);
    }

    private boolean hasPatient(String type) {
        return !context.getResourceDefinition(type)
                .getSearchParamsForCompartmentName("Patient")
                .isEmpty();
    }

    Set<String> standard(Level level) {
        Set<String> types = new TreeSet<>(stored.types());
        types.removeIf(type -> !exists(type) || CONFORMANCE.contains(type) || !belongs(type, level));
        return types;
    }

    /** All that a client may have deleted. */
    Set<String> deletable() {
        Set<String> types = new TreeSet<>(context.getResourceTypes());
        types.removeAll(CONFORMANCE);
        return types;
    }
}
