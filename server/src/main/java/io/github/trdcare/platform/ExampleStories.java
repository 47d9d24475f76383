package io.github.trdcare.platform;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Loads the example stories once: what a user changes or deletes afterwards stays changed or deleted. */
@Component
@Order(2)
@ConditionalOnProperty("trd.demo")
class ExampleStories implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(ExampleStories.class);

    private final ResourcePatternResolver classPath;
    private final FhirContext context;
    private final ResourceStore store;

    ExampleStories(ResourcePatternResolver classPath, FhirContext context, ResourceStore store) {
        this.classPath = classPath;
        this.context = context;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (Map.Entry<String, List<Bundle>> story : stories().entrySet()) {
            boolean loaded = store.onceOnly("story " + story.getKey(), story.getValue());
            log.info("Example story {} {}", story.getKey(), loaded ? "is loaded" : "was loaded before");
        }
    }

    private Map<String, List<Bundle>> stories() throws IOException {
        Map<String, Resource> files = new TreeMap<>();
        for (Resource file : classPath.getResources("classpath*:stories/*/*.json")) {
            files.put(path(file), file);
        }
        Map<String, List<Bundle>> stories = new TreeMap<>();
        for (Map.Entry<String, Resource> file : files.entrySet()) {
            String story = file.getKey().substring(0, file.getKey().indexOf('/'));
            stories.computeIfAbsent(story, name -> new ArrayList<>()).add(read(file.getValue()));
        }
        return stories;
    }

    /** Story and file, as in {@code 01-remission/10-patient.json}. */
    private static String path(Resource file) throws IOException {
        String url = file.getURL().toString();
        return url.substring(url.lastIndexOf("stories/") + "stories/".length());
    }

    private Bundle read(Resource file) throws IOException {
        try (InputStream stream = file.getInputStream()) {
            return context.newJsonParser().parseResource(Bundle.class, stream);
        }
    }
}
