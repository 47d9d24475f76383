package io.github.trdcare.platform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client may read of a message that a library wrote: its sense, without our libraries' names and numbers. */
final class PublicMessage {
    /** HAPI's own numbers, as in {@code HAPI-0450: }. */
    private static final Pattern NUMBER = Pattern.compile("HAPI-\\d{4}:\\s*");

    /** Jackson's settings and classes: {@code `com.example.Type`}. */
    private static final Pattern QUOTED_CODE =
            Pattern.compile("(?: not allowed as per| as a subtype of)? ?`[^`]*\\.[^`]*`");

    private static final Pattern JSON_SOURCE = Pattern.compile("\\[Source:[^;\\]]*;\\s*");
    private static final Pattern XML_SOURCE =
            Pattern.compile("(?:\\w+Exception at )?\\[+row,col[^\\]]*\\]:\\s*\\[(\\d+),(\\d+)\\]+");

    private static final Pattern CHAIN = Pattern.compile("\\s*\\(through reference chain:.*\\)");
    private static final Pattern PROPERTY = Pattern.compile("\\s*\\(for POJO property [^)]*\\)");
    private static final Pattern CLASS = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}[A-Z][\\w$]*(?::\\s*)?");

    private static final Pattern PATH =
            Pattern.compile("(?:in|at) path:? '?([A-Z][A-Za-z]+(?:\\.\\w+)+)|\\[element=\"(\\w+)\"\\]");

    /** Java's classes of FHIR's types, as in {@code StringType}. */
    private static final Pattern PARAMETER = Pattern.compile(
            "Request has parameter (\\S+) of type (\\w+?)(?:Type)? but method expects type (\\w+?)(?:Type)?$");

    private PublicMessage() {}

    /** The message without class names, library settings and error numbers. */
    static String of(String message) {
        String text = NUMBER.matcher(message).replaceAll("");
        text = QUOTED_CODE.matcher(text).replaceAll("");
        text = CHAIN.matcher(text).replaceAll("");
        text = PROPERTY.matcher(text).replaceAll("");
        text = JSON_SOURCE.matcher(text).replaceAll("[");
        text = XML_SOURCE.matcher(text).replaceAll("[line: $1, column: $2]");
        text = PARAMETER.matcher(text).replaceAll("The parameter $1 is of type $2; right would be $3");
        return CLASS.matcher(text).replaceAll("").strip();
    }

    /** The element that the message names, where it names one. */
    static Optional<String> place(String message) {
        Matcher parameter = PARAMETER.matcher(message);
        if (parameter.find()) {
            return Optional.of("Parameters.parameter.where(name = '" + parameter.group(1) + "')");
        }
        Matcher path = PATH.matcher(message);
        return path.find() ? Optional.of(path.group(1) == null ? path.group(2) : path.group(1)) : Optional.empty();
    }
}
