package io.github.trdcare.profiles.build;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The files of a FHIR package, by name: resources, manifest and index. */
class PackageFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IParser parser = FhirContext.forR4Cached().newJsonParser();
    private final Map<String, Resource> resources = new TreeMap<>();

    /** The first of a name wins, as the core specification repeats some. */
    void addIfAbsent(Resource resource) {
        resources.putIfAbsent(
                resource.fhirType() + "-" + resource.getIdElement().getIdPart() + ".json", resource);
    }

    void writeTo(Path folder, PackageManifest manifest) throws IOException {
        for (Map.Entry<String, String> file : contents(manifest).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    Map<String, String> contents(PackageManifest manifest) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        contents.put("package.json", manifest.toJson());
        contents.put(".index.json", index());
        resources.forEach((name, resource) -> contents.put(name, parser.encodeResourceToString(resource)));
        return contents;
    }

    private String index() throws IOException {
        ObjectNode index = JSON.createObjectNode().put("index-version", 2);
        ArrayNode files = index.putArray("files");
        resources.forEach((name, resource) -> describe(files.addObject().put("filename", name), resource));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index);
    }

    private static void describe(ObjectNode file, Resource resource) {
        file.put("resourceType", resource.fhirType());
        file.put("id", resource.getIdElement().getIdPart());
        if (resource instanceof MetadataResource canonical) {
            file.put("url", canonical.getUrl());
            file.put("version", canonical.getVersion());
        }
        if (resource instanceof StructureDefinition structure) {
            file.put("kind", structure.getKind().toCode());
            file.put("type", structure.getType());
            if (structure.hasDerivation()) {
                file.put("derivation", structure.getDerivation().toCode());
            }
        }
    }
}
