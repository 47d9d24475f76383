package io.github.trdcare.profiles.build;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Makes the FHIR package of this guide: compiled differentials in, snapshots generated, one reproducible archive out. */
public final class TrdCarePackage {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private TrdCarePackage() {}

    /** Arguments: folder of the compiled JSON, archive to write, version. */
    public static void main(String[] arguments) throws IOException {
        List<DomainResource> resources = definitions(Path.of(arguments[0]));
        addSnapshots(resources);
        PackageFiles files = new PackageFiles();
        resources.forEach(files::addIfAbsent);
        PackageManifest manifest =
                new PackageManifest("trdcare.fhir", arguments[2], "https://trd-care.github.io/fhir", "IG");
        write(Path.of(arguments[1]), files.contents(manifest));
    }

    /** What defines the guide, subscription topics among it; example instances stay out. */
    static List<DomainResource> definitions(Path folder) throws IOException {
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

    static void addSnapshots(List<DomainResource> resources) {
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

    private static void write(Path archive, Map<String, String> contents) throws IOException {
        Files.createDirectories(archive.getParent());
        try (OutputStream file = Files.newOutputStream(archive);
                GzipCompressorOutputStream gzip = new GzipCompressorOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip)) {
            for (Map.Entry<String, String> content : contents.entrySet()) {
                byte[] bytes = content.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("package/" + content.getKey());
                entry.setSize(bytes.length);
                entry.setModTime(0);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }
}
