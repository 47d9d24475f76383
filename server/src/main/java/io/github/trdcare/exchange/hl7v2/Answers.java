package io.github.trdcare.exchange.hl7v2;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which answer a sender wants (MSH-15 and MSH-16). Who names neither, or nothing known, gets the application's, always.
 * Who wants both gets the application's alone, which comes at once and says more.
 */
final class Answers {
    private static final int ACCEPT = 15;
    private static final int APPLICATION = 16;

    /** HL7 table 0155: always, never, on success, on errors; or nothing said. */
    private static final Set<String> CONDITIONS = Set.of("AL", "NE", "SU", "ER", "");

    private Answers() {}

    /** The answer as it is wanted; nothing where none is. */
    static Optional<String> wanted(Header header, String answer) {
        String accept = header.field(ACCEPT).strip();
        String application = header.field(APPLICATION).strip();
        boolean taken = isCoded(header, answer, "AA");
        if (!isWish(accept, application) || wants(application, taken)) {
            return Optional.of(answer);
        }
        // What was kept is accepted, though it be a dead letter; what is none for this server is not.
        boolean accepted = !isCoded(header, answer, "AR");
        return Optional.of(accepted ? "CA" : "CR")
                .filter(code -> wants(accept, accepted))
                .map(code -> answer.replaceFirst("(?<=\rMSA" + Pattern.quote(header.separator()) + ")A[AER]", code));
    }

    /** Two fields of which one cannot be read say nothing. */
    private static boolean isWish(String accept, String application) {
        return (accept + application).length() >= 2 && CONDITIONS.containsAll(List.of(accept, application));
    }

    private static boolean isCoded(Header header, String answer, String code) {
        return answer.contains("\rMSA" + header.separator() + code + header.separator());
    }

    private static boolean wants(String condition, boolean success) {
        return switch (condition) {
            case "AL" -> true;
            case "SU" -> success;
            case "ER" -> !success;
            default -> false;
        };
    }
}
