package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.junit.jupiter.api.Test;

/** What the Maven build puts into the FHIR package. */
class PackageTest {

    @Test
    void everyStructureDefinitionHasASnapshot() throws IOException {
        NpmPackage ours = ours();
        for (String file : ours.listResources("StructureDefinition")) {
            StructureDefinition definition = FhirContext.forR4Cached()
                    .newJsonParser()
                    .parseResource(StructureDefinition.class, ours.loadResource(file));
            assertThat(definition.getSnapshot().getElement()).as(file).hasSizeGreaterThan(3);
        }
    }

    @Test
    void packageHoldsEveryDefinitionAndNoExample() throws IOException {
        List<String> definitions = Compiled.definitions().stream()
                .map(file -> file.name() + ".json")
                .toList();
        assertThat(resources(ours())).containsExactlyInAnyOrderElementsOf(definitions);
    }

    private static Set<String> resources(NpmPackage ours) throws IOException {
        Set<String> names = new TreeSet<>(ours.list("package"));
        names.removeIf(name -> name.equals("package.json") || name.equals(".index.json"));
        return names;
    }

    private static NpmPackage ours() throws IOException {
        try (InputStream stream = PackageTest.class.getResourceAsStream("/trdcare.fhir.tgz")) {
            return NpmPackage.fromPackage(stream);
        }
    }
}
