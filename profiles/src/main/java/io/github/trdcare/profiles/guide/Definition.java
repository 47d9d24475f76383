package io.github.trdcare.profiles.guide;

import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What a page needs to say of any definition before it shows the rest. */
public record Definition(Kind kind, String id, String title, String url, String description, DomainResource resource) {

    private static final String TOPIC = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.";

    static Definition of(DomainResource resource) {
        String id = resource.getIdElement().getIdPart();
        if (resource instanceof Basic topic) {
            return new Definition(
                    Kind.TOPIC, id, said(topic, "title"), said(topic, "url"), said(topic, "description"), resource);
        }
        MetadataResource held = (MetadataResource) resource;
        return new Definition(kind(held), id, title(held), held.getUrl(), held.getDescription(), resource);
    }

    public String file() {
        return name() + ".html";
    }

    /** The name under which the JSON lies beside the page. */
    public String name() {
        return resource.fhirType() + "-" + id;
    }

    boolean profile() {
        return kind == Kind.PROFILE;
    }

    private static Kind kind(MetadataResource resource) {
        return resource instanceof StructureDefinition structure
                        && structure.getType().equals("Extension")
                ? Kind.EXTENSION
                : Kind.of(resource.fhirType());
    }

    private static String title(MetadataResource resource) {
        return resource.hasTitle() ? resource.getTitle() : resource.getDescription();
    }

    private static String said(Basic topic, String element) {
        Extension extension = topic.getExtensionByUrl(TOPIC + element);
        return extension == null ? "" : extension.getValue().primitiveValue();
    }
}
