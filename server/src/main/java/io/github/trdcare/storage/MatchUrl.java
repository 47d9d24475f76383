package io.github.trdcare.storage;

import ca.uhn.fhir.util.UrlUtil;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;

/**
 * The match that a conditional write depends on, read so that every spelling of it is the same: percent-encoded or not, with
 * or without server and leading slash, and whatever the order of its parameters.
 *
 * @param type resource type
 * @param parameters decoded, as in {@code identifier=system|value}
 */
public record MatchUrl(String type, Set<String> parameters) {
    private static final String IDENTIFIER = "identifier=";
    private static final Set<String> OF_THE_ANSWER = Set.of("_format", "_pretty", "_summary", "_elements");

    /** Of a type and query, as in {@code Patient?identifier=a|b}. */
    public static MatchUrl of(String match) {
        String[] halves = match.split("\\?", 2);
        String query = halves.length > 1 ? halves[1] : "";
        Set<String> parameters = Stream.of(query.split("&"))
                .map(MatchUrl::decoded)
                .filter(parameter -> !parameter.isBlank())
                .filter(parameter -> !OF_THE_ANSWER.contains(parameter.replaceFirst("=.*", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        return new MatchUrl(halves[0].replaceFirst(".*/", ""), parameters);
    }

    /** Whether it has a value to look for; one that only says why it has none is found by nobody. */
    public static boolean isSearchable(Identifier number) {
        return number.getValue() != null && !number.getValue().isBlank();
    }

    /** The query for what has this identifier, as in {@code identifier=a|b}, escaped and percent-encoded. */
    public static String byIdentifier(Identifier number) {
        return IDENTIFIER + (number.getSystem() != null ? escaped(number.getSystem()) : "") + "|"
                + escaped(number.getValue());
    }

    private static String escaped(String text) {
        return UrlUtil.escapeUrlParam(text.replaceAll("([\\\\,$|])", "\\\\$1"));
    }

    private static String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameter, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return parameter;
        }
    }

    /** What it may be the one resource of: each identifier that it asks for, or else all that it asks for. */
    public Set<String> keys() {
        Set<String> identifiers = parameters.stream()
                .filter(parameter -> parameter.startsWith(IDENTIFIER))
                .flatMap(parameter ->
                        Stream.of(parameter.substring(IDENTIFIER.length()).split("(?<!\\\\),")))
                .filter(token -> !token.isEmpty() && !token.endsWith("|"))
                .map(token -> type + "?" + IDENTIFIER + token.replaceAll("\\\\([\\\\,$|])", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        return identifiers.isEmpty() ? Set.of(type + "?" + String.join("&", parameters)) : identifiers;
    }

    /** Whether only one resource can meet it by having one of the identifiers: it asks for nothing else. */
    boolean isByIdentifierAlone() {
        return parameters.size() == 1 && parameters.iterator().next().startsWith(IDENTIFIER);
    }

    /** Names to lock: an identifier without its system, for another match may leave the system out. */
    Set<String> locks() {
        String prefix = type + "?" + IDENTIFIER;
        return keys().stream()
                .map(key -> key.startsWith(prefix)
                        ? prefix + key.substring(Math.max(prefix.length(), key.lastIndexOf('|') + 1))
                        : key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
