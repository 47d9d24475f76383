package io.github.trdcare.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;

/** One numbered file of a story, as JSON and as the transaction that it is. */
record StoryFile(String story, String name, JsonNode json, Bundle bundle) {

    Stream<Resource> resources() {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource);
    }

    @Override
    public String toString() {
        return story + "/" + name;
    }
}
