package io.github.trdcare;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** Everything that an example story puts on record. */
public final class StoryRecord {

    private StoryRecord() {}

    public static List<Resource> of(String story) {
        try (Stream<Path> files = Files.list(Path.of("../examples/stories", story))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(file -> bundle(file).getEntry().stream())
                    .map(BundleEntryComponent::getResource)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle bundle(Path file) {
        try {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
