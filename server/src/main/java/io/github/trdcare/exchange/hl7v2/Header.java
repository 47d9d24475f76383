package io.github.trdcare.exchange.hl7v2;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The MSH segment as text, read from anything: what is needed to answer even a message that cannot be parsed.
 *
 * @param separator of fields
 * @param encoding the further separators, MSH-2
 */
record Header(String separator, String encoding, List<String> fields) {
    private static final int SHORTEST = "MSH|^~\\&|".length();
    /** Four, since version 2.7 perhaps five. */
    private static final String SEPARATORS = "[\\p{Punct}]{4,5}";

    private static final int LONGEST_VALUE = 199;
    private static final Header NONE = new Header("|", "^~\\&", List.of());

    static Header of(String text) {
        String line = text.split("[\r\n]", 2)[0];
        if (!line.startsWith("MSH") || line.length() < SHORTEST || Character.isLetterOrDigit(line.charAt(3))) {
            return NONE;
        }
        String separator = line.substring(3, 4);
        List<String> fields = Arrays.asList(line.split(Pattern.quote(separator), -1));
        return fields.get(1).matches(SEPARATORS) ? new Header(separator, fields.get(1), fields) : NONE;
    }

    boolean isMissing() {
        return fields.isEmpty();
    }

    /** A field by its number in the standard, where MSH-1 is the separator itself; its escapes are left as they are. */
    String field(int number) {
        String value = number - 1 < fields.size() ? fields.get(number - 1).replaceAll("\\p{Cntrl}", "") : "";
        return value.substring(0, Math.min(LONGEST_VALUE, value.length()));
    }

    /** Sending application and facility. */
    String sender() {
        return field(3) + "|" + field(4);
    }

    String controlId() {
        return field(10);
    }

    /** Message code and trigger event, as in {@code ADT^A08}. */
    String event() {
        String[] parts = field(9).split(Pattern.quote(component()), -1);
        return parts.length < 2 ? parts[0] : parts[0] + "^" + parts[1];
    }

    String component() {
        return encoding.substring(0, 1);
    }
}
