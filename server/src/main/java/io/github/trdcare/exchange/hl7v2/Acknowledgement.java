package io.github.trdcare.exchange.hl7v2;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The ACK message: MSH, MSA and, for a refusal, ERR; it quotes nothing of the message but its own header. */
final class Acknowledgement {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    private final Header header;
    private final String own;
    private final Instant now;

    /**
     * @param own application and facility of this server, as {@code application|facility}
     */
    Acknowledgement(Header header, String own, Instant now) {
        this.header = header;
        this.own = own;
        this.now = now;
    }

    String accepted(long number) {
        return message("AA", number);
    }

    String refused(long number, V2RefusedException refusal) {
        V2Error error = refusal.error();
        return message(error.acknowledgement(), number)
                + segment(
                        "ERR",
                        "",
                        place(refusal.place()),
                        parts(error.code(), error.title(), "HL70357"),
                        "E",
                        "",
                        "",
                        "",
                        text(refusal.getMessage()));
    }

    private String message(String code, long number) {
        String[] us = own.split("\\|", 2);
        String trigger = Optional.of(header.event())
                .filter(event -> event.contains("^"))
                .map(event -> event.substring(event.indexOf('^') + 1))
                .orElse("");
        return segment(
                        "MSH",
                        header.encoding(),
                        text(us[0]),
                        text(us[1]),
                        header.field(3),
                        header.field(4),
                        TIME.format(now),
                        "",
                        trigger.isEmpty() ? "ACK" : parts("ACK", trigger, "ACK"),
                        "A" + number,
                        header.field(11).isEmpty() ? "P" : header.field(11),
                        "2.5.1",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "UNICODE UTF-8")
                + segment("MSA", code, header.controlId());
    }

    /** From {@code OBX.3.5} to segment, sequence and field. */
    private String place(String place) {
        return parts(place.split("\\."));
    }

    /** With MSH-2 as its first field, MSH is a segment like any other: MSH-1 is the separator that follows the name. */
    private String segment(String... fields) {
        return String.join(header.separator(), fields) + "\r";
    }

    private String parts(String... parts) {
        return String.join(header.component(), parts);
    }

    /** Our own words hold none of the separators, so that these need no escape. */
    private String text(String words) {
        StringBuilder plain = new StringBuilder();
        words.codePoints()
                .map(each -> (header.separator() + header.encoding()).indexOf(each) < 0 && each >= ' ' ? each : ' ')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
