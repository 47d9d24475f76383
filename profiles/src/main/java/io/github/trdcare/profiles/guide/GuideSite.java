package io.github.trdcare.profiles.guide;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.profiles.build.Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Writes the guide as static pages: an index, a page for each definition with its JSON beside it, and one style sheet. */
public final class GuideSite {

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final List<Definition> definitions;
    private final List<DomainResource> examples;
    private final Narratives narratives;
    private final Library catalogue;

    private GuideSite(Path compiled, Path narratives) throws IOException {
        this.definitions = Definitions.withSnapshots(compiled).stream()
                .map(Definition::of)
                .sorted(Comparator.comparing(Definition::kind).thenComparing(Definition::title))
                .toList();
        this.examples = examples(compiled);
        this.narratives = new Narratives(narratives);
        this.catalogue = new Library(definitions);
    }

    /** Arguments: folder of the compiled JSON, folder of the narratives, folder to write. */
    public static void main(String[] arguments) throws IOException {
        new GuideSite(Path.of(arguments[0]), Path.of(arguments[1])).writeTo(Path.of(arguments[2]));
    }

    private void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        Templates templates = new Templates();
        Files.writeString(folder.resolve("index.html"), templates.index(definitions, narratives.of("index")));
        for (Definition definition : definitions) {
            Files.writeString(folder.resolve(definition.file()), templates.page(page(definition)));
            Files.writeString(folder.resolve(definition.name() + ".json"), json(definition.resource()));
        }
        try (InputStream style = GuideSite.class.getResourceAsStream("guide.css")) {
            Files.write(folder.resolve("guide.css"), style.readAllBytes());
        }
    }

    private Page page(Definition definition) {
        return switch (definition.kind()) {
            case PROFILE, EXTENSION ->
                new StructurePage(catalogue).of(definition, narratives.of(definition.id()), examplesOf(definition));
            case CAPABILITY -> new CapabilityPage(catalogue).of(definition);
            case OPERATION -> new OperationPage().of(definition);
            case PROTOCOL -> new ProtocolPages(catalogue).protocol(definition);
            case ACTIVITY -> new ProtocolPages(catalogue).activity(definition);
            case QUESTIONNAIRE -> new QuestionnairePage(catalogue).of(definition);
            case TOPIC -> new NotificationPages().topic(definition);
            case MESSAGE -> new NotificationPages().message(definition);
            case SEARCH -> new NotificationPages().search(definition);
            case VALUE_SET -> new TerminologyPages(catalogue).valueSet(definition);
            case CODE_SYSTEM -> new TerminologyPages(catalogue).codeSystem(definition);
            case MAP -> new TerminologyPages(catalogue).map(definition);
        };
    }

    private List<DomainResource> examplesOf(Definition definition) {
        return examples.stream()
                .filter(example -> example.getMeta().getProfile().stream()
                        .map(CanonicalType::getValue)
                        .anyMatch(definition.url()::equals))
                .toList();
    }

    private static List<DomainResource> examples(Path folder) throws IOException {
        List<DomainResource> examples = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith("-example.json"))
                    .sorted()
                    .toList()) {
                examples.add((DomainResource) R4.newJsonParser().parseResource(Files.readString(file)));
            }
        }
        return examples;
    }

    /** The definition as it was written, without what follows from its base. */
    private static String json(DomainResource resource) {
        DomainResource written = resource.copy();
        if (written instanceof StructureDefinition structure) {
            structure.setSnapshot(null);
        }
        return R4.newJsonParser().setPrettyPrint(true).encodeResourceToString(written);
    }
}
