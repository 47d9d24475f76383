package io.github.trdcare.profiles.build;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What the guide defines, read from the compiled JSON. */
public final class Definitions {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private Definitions() {}

    /** Every definition of the folder, each structure with the snapshot that follows from its differential. */
    public static List<DomainResource> withSnapshots(Path folder) throws IOException {
        List<DomainResource> resources = read(folder);
        addSnapshots(resources);
        return resources;
    }

    /** What defines the guide, subscription topics among it; example instances stay out. */
    private static List<DomainResource> read(Path folder) throws IOException {
        List<DomainResource> resources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                DomainResource resource = (DomainResource) R4.newJsonParser().parseResource(Files.readString(file));
                if (resource instanceof MetadataResource || resource instanceof Basic) {
                    resources.add(resource);
                }
            }
        }
        return resources;
    }

    private static void addSnapshots(List<DomainResource> resources) {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(R4);
        resources.stream().filter(MetadataResource.class::isInstance).forEach(ours::addResource);
        ValidationSupportChain chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4), ours, new SnapshotGeneratingValidationSupport(R4));
        ValidationSupportContext context = new ValidationSupportContext(chain);
        for (DomainResource resource : resources) {
            if (resource instanceof StructureDefinition structure) {
                StructureDefinition expanded = (StructureDefinition) chain.generateSnapshot(
                        context, structure.copy(), structure.getUrl(), null, structure.getName());
                structure.setSnapshot(expanded.getSnapshot());
            }
        }
    }
}
