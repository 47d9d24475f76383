package io.github.trdcare.profiles.build;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;

/** Writes the FHIR R4 core package for the FSH compiler from HAPI's validation resources, so that no registry is asked. */
public final class CorePackage {
    private static final FhirContext R4 = FhirContext.forR4();
    private static final String FOLDER = "/org/hl7/fhir/r4/model/";
    private static final List<String> BUNDLES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml",
            "valueset/valuesets.xml",
            "valueset/v3-codesystems.xml",
            "valueset/v2-tables.xml",
            "sp/search-parameters.json");

    private CorePackage() {}

    /** Writes into the package cache named by the only argument ({@code <home>/.fhir/packages}). */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0], "hl7.fhir.r4.core#4.0.1", "package");
        Files.createDirectories(folder);
        PackageFiles files = new PackageFiles();
        for (String name : BUNDLES) {
            for (Bundle.BundleEntryComponent entry : read(name).getEntry()) {
                add(files, entry.getResource());
            }
        }
        files.writeTo(folder, new PackageManifest("hl7.fhir.r4.core", "4.0.1", "http://hl7.org/fhir", "fhir.core"));
    }

    private static void add(PackageFiles files, Resource resource) {
        if (resource.hasId()) {
            if (resource instanceof DomainResource narrated) {
                narrated.setText(null);
            }
            files.addIfAbsent(resource);
        }
    }

    private static Bundle read(String name) throws IOException {
        IParser parser = name.endsWith(".json") ? R4.newJsonParser() : R4.newXmlParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false));
        try (InputStream stream = CorePackage.class.getResourceAsStream(FOLDER + name)) {
            return parser.parseResource(Bundle.class, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
