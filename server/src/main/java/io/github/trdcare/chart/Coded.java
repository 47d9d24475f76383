package io.github.trdcare.chart;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Asks a concept for its codes, written {@code system|code} as in the clinical tables. */
public final class Coded {

    private Coded() {}

    public static boolean is(CodeableConcept concept, String code) {
        return codes(concept).contains(code);
    }

    public static boolean isAny(CodeableConcept concept, Collection<String> codes) {
        return codes(concept).stream().anyMatch(codes::contains);
    }

    public static boolean isOurs(CodeableConcept concept, String system, String code) {
        return is(concept, system + "|" + code);
    }

    /** The code that a concept has in a system. */
    public static Optional<String> in(CodeableConcept concept, String system) {
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .sorted()
                .findFirst();
    }

    public static List<String> codes(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coded::text).toList();
    }

    public static String text(Coding coding) {
        return coding.getSystem() + "|" + coding.getCode();
    }

    /** Every word that the record has for the concept: its text and the displays of its codes. */
    public static Stream<String> words(CodeableConcept concept) {
        return Stream.concat(
                Stream.ofNullable(concept.getText()),
                concept.getCoding().stream().map(Coding::getDisplay).filter(display -> display != null));
    }
}
