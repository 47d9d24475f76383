package io.github.trdcare.profiles.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** Finds what an address means: a definition of ours with its page, or one of FHIR R4. */
class Library {

    private final DefaultProfileValidationSupport core = new DefaultProfileValidationSupport(FhirContext.forR4Cached());
    private final Map<String, Definition> ours;

    Library(List<Definition> definitions) {
        ours = definitions.stream().collect(Collectors.toMap(Definition::url, Function.identity()));
    }

    /** The page of an address of ours. */
    Optional<String> page(String url) {
        return Optional.ofNullable(ours.get(bare(url))).map(Definition::file);
    }

    Cell.Text link(String words, String url) {
        return new Cell.Text(words, page(url).orElse(null));
    }

    /** An address as a link to its page, by title, or as its last word. */
    Cell.Text named(String url) {
        Definition held = ours.get(bare(url));
        return held == null ? new Cell.Text(lastWord(url), null) : new Cell.Text(held.title(), held.file());
    }

    Optional<StructureDefinition> structure(String url) {
        return Optional.ofNullable(ours.get(bare(url)))
                .map(Definition::resource)
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast);
    }

    Optional<ValueSet> valueSet(String url) {
        Definition held = ours.get(bare(url));
        return held == null
                ? Optional.ofNullable((ValueSet) core.fetchValueSet(bare(url)))
                : Optional.of((ValueSet) held.resource());
    }

    /** The codes of a value set, one by one where it lists them, those of its whole systems otherwise. */
    Stream<Code> codes(ValueSet set) {
        return set.getCompose().getInclude().stream()
                .filter(ValueSet.ConceptSetComponent::hasSystem)
                .flatMap(include -> include.hasConcept()
                        ? include.getConcept().stream()
                                .map(concept -> described(include.getSystem(), concept.getCode(), concept.getDisplay()))
                        : include.hasFilter() ? Stream.empty() : all(include.getSystem()));
    }

    private Stream<Code> all(String system) {
        return system(system).stream()
                .flatMap(held -> held.getConcept().stream())
                .map(concept -> new Code(system, concept.getCode(), concept.getDisplay(), concept.getDefinition()));
    }

    private Code described(String system, String code, String display) {
        return all(system)
                .filter(held -> held.code().equals(code))
                .findFirst()
                .orElse(new Code(system, code, display == null ? "" : display, ""));
    }

    private Optional<CodeSystem> system(String url) {
        Definition held = ours.get(url);
        return held == null
                ? Optional.ofNullable((CodeSystem) core.fetchCodeSystem(url))
                : Optional.of((CodeSystem) held.resource());
    }

    static String lastWord(String url) {
        return bare(url).replaceFirst(".*/", "");
    }

    private static String bare(String url) {
        return url == null ? "" : url.replaceFirst("\\|.*", "");
    }
}
