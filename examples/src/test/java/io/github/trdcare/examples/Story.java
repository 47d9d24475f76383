package io.github.trdcare.examples;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** One patient's story: its files in the order of posting. */
record Story(String name, List<StoryFile> files) {

    Stream<Resource> resources() {
        return files.stream().flatMap(StoryFile::resources);
    }

    <T extends Resource> List<T> all(Class<T> type) {
        return resources().filter(type::isInstance).map(type::cast).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
