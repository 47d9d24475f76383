package io.github.trdcare.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The codes of outside systems that a compiled resource uses, as {@code system|code}. */
final class OutsideCodes {

    /** Systems that need no row: ours, HL7's own, units, languages and patterns of search. */
    private static final List<String> CHECKED_ELSEWHERE = List.of(
            "https://trd-care.github.io/fhir/",
            "http://terminology.hl7.org/",
            "http://hl7.org/fhir/us/core/CodeSystem/",
            "http://unitsofmeasure.org",
            "urn:ietf:bcp:47");

    private static final Pattern CORE = Pattern.compile("http://hl7\\.org/fhir/(?!sid/).*");
    private static final Pattern LOINC_SHAPED = Pattern.compile("[\"'/](\\d{3,6}-\\d|LA\\d+-\\d)[\"']");

    private OutsideCodes() {}

    static Set<String> of(JsonNode resource) {
        Set<String> codes = new TreeSet<>();
        collect(resource, codes);
        looksLikeLoinc(resource.toString()).forEach(codes::add);
        return codes;
    }

    /** Codes in link ids and in the expressions of invariants have no system beside them. */
    static Stream<String> looksLikeLoinc(String text) {
        return LOINC_SHAPED.matcher(text).results().map(found -> "http://loinc.org|" + found.group(1));
    }

    static boolean outside(String system) {
        Matcher core = CORE.matcher(system);
        return !core.matches() && CHECKED_ELSEWHERE.stream().noneMatch(system::startsWith);
    }

    private static void collect(JsonNode node, Set<String> codes) {
        add(node.path("system"), List.of(node.path("code")), codes);
        add(node.path("system"), node.path("concept").findValues("code"), codes);
        add(node.path("source"), codesOf(node.path("element")), codes);
        add(node.path("target"), targetsOf(node.path("element")), codes);
        node.forEach(child -> collect(child, codes));
    }

    private static List<JsonNode> codesOf(JsonNode elements) {
        return stream(elements).map(element -> element.path("code")).toList();
    }

    private static List<JsonNode> targetsOf(JsonNode elements) {
        return stream(elements)
                .flatMap(element -> codesOf(element.path("target")).stream())
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    private static void add(JsonNode system, List<JsonNode> found, Set<String> codes) {
        if (system.isTextual() && outside(system.asText())) {
            found.stream()
                    .filter(JsonNode::isTextual)
                    .forEach(code -> codes.add(system.asText() + "|" + code.asText()));
        }
    }
}
