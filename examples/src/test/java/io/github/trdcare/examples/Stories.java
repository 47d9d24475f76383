package io.github.trdcare.examples;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** Reads the stories from the source folder. */
final class Stories {

    static final String BASE = "https://trd-care.github.io/fhir";

    /** A misspelt element is an error here, not silently dropped before validation. */
    private static final IParser STRICT =
            FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

    private static final ObjectMapper JSON = new ObjectMapper();

    private Stories() {}

    static List<Story> all() {
        return list(Path.of("stories"))
                .filter(Files::isDirectory)
                .map(Stories::read)
                .toList();
    }

    static List<StoryFile> files() {
        return all().stream().flatMap(story -> story.files().stream()).toList();
    }

    static String extension(String id) {
        return BASE + "/StructureDefinition/" + id;
    }

    static boolean claims(Resource resource, String profile) {
        return resource.getMeta().hasProfile(extension(profile));
    }

    private static Story read(Path folder) {
        List<StoryFile> files = list(folder)
                .filter(path -> path.toString().endsWith(".json"))
                .map(Stories::readFile)
                .toList();
        return new Story(folder.getFileName().toString(), files);
    }

    private static StoryFile readFile(Path path) {
        try {
            String text = Files.readString(path);
            Bundle bundle = STRICT.parseResource(Bundle.class, text);
            String story = path.getParent().getFileName().toString();
            return new StoryFile(story, path.getFileName().toString(), JSON.readTree(text), bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
