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
    private static final Path STORIES = Path.of("../examples/stories");

    private StoryRecord() {}

    /** The names of all stories. */
    public static List<String> names() {
        return files(STORIES).map(file -> file.getFileName().toString()).toList();
    }

    public static List<Resource> of(String story) {
        return files(STORIES.resolve(story))
                .filter(file -> file.toString().endsWith(".json"))
                .flatMap(file -> bundle(file).getEntry().stream())
                .map(BundleEntryComponent::getResource)
                .toList();
    }

    /** What a story holds of one type. */
    public static <R extends Resource> List<R> of(String story, Class<R> type) {
        return of(story).stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
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
