package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The FHIR packages that this server holds: our own from the class path, further ones from {@code trd.packages-dir}. */
@Component
class FhirPackages {
    private static final String OURS = "trdcare.fhir.tgz";

    private static final Set<String> CONFORMANCE_TYPES = Set.of(
            "StructureDefinition",
            "CodeSystem",
            "ValueSet",
            "ConceptMap",
            "NamingSystem",
            "SearchParameter",
            "OperationDefinition",
            "CapabilityStatement",
            "MessageDefinition",
            "Questionnaire",
            "ActivityDefinition",
            "PlanDefinition");

    private final FhirContext context;
    private final Path directory;

    FhirPackages(FhirContext context, TrdProperties properties) {
        this.context = context;
        this.directory = properties.packagesDir();
    }

    /** Our own conformance resources, with snapshots. */
    List<Resource> ours() {
        try (InputStream stream = new ClassPathResource(OURS).getInputStream()) {
            return resources(NpmPackage.fromPackage(stream));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The package " + OURS + " is missing from the class path", unreadable);
        }
    }

    /** A hash of our package's content. */
    String fingerprint() {
        try (InputStream stream = new ClassPathResource(OURS).getInputStream()) {
            return DigestUtils.sha256Hex(stream);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The package " + OURS + " is missing from the class path", unreadable);
        }
    }

    /** The resources of every further package. */
    List<Resource> further() {
        if (directory == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            List<Resource> resources = new ArrayList<>();
            for (Path file : files.filter(path -> path.toString().endsWith(".tgz"))
                    .sorted()
                    .toList()) {
                resources.addAll(read(file));
            }
            return resources;
        } catch (IOException unreadable) {
            throw new RefusedStartException("trd.packages-dir=" + directory + " is not a readable folder.", unreadable);
        }
    }

    private List<Resource> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return resources(NpmPackage.fromPackage(stream));
        } catch (IOException | RuntimeException broken) {
            throw new RefusedStartException(
                    "trd.packages-dir: " + file.getFileName() + " is not a FHIR package (.tgz of FHIR R4 JSON).",
                    broken);
        }
    }

    private List<Resource> resources(NpmPackage fhirPackage) throws IOException {
        List<Resource> resources = new ArrayList<>();
        for (String name : fhirPackage.listResources(CONFORMANCE_TYPES)) {
            try (InputStream stream = fhirPackage.load("package", name)) {
                IBaseResource resource = context.newJsonParser()
                        .setParserErrorHandler(new LenientErrorHandler(false))
                        .parseResource(stream);
                resources.add((Resource) resource);
            }
        }
        return resources;
    }
}
