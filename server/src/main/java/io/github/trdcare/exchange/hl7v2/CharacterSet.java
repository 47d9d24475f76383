package io.github.trdcare.exchange.hl7v2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Reads the bytes of a message as the characters that MSH-18 names; UTF-8, which holds ASCII, where it names none. */
final class CharacterSet {
    /** HL7 table 0211, as far as it differs from the names of the IANA. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("ASCII", "US-ASCII"),
            Map.entry("8859/1", "ISO-8859-1"),
            Map.entry("8859/2", "ISO-8859-2"),
            Map.entry("8859/3", "ISO-8859-3"),
            Map.entry("8859/4", "ISO-8859-4"),
            Map.entry("8859/5", "ISO-8859-5"),
            Map.entry("8859/6", "ISO-8859-6"),
            Map.entry("8859/7", "ISO-8859-7"),
            Map.entry("8859/8", "ISO-8859-8"),
            Map.entry("8859/9", "ISO-8859-9"),
            Map.entry("8859/15", "ISO-8859-15"),
            Map.entry("UNICODE", "UTF-8"),
            Map.entry("UNICODE UTF-8", "UTF-8"),
            Map.entry("UNICODE UTF-16", "UTF-16"));

    private CharacterSet() {}

    /** The text; of something that is no message, every byte a character. */
    static String text(byte[] raw) {
        Header header = Header.of(roughly(raw));
        if (header.isMissing()) {
            return roughly(raw);
        }
        String name = header.field(18).split("[~^]", 2)[0];
        try {
            Charset charset = name.isBlank() ? StandardCharsets.UTF_8 : Charset.forName(NAMES.getOrDefault(name, name));
            return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException broken) {
            throw new V2RefusedException(
                    V2Error.DATA_TYPE,
                    "MSH.1.18",
                    "The bytes are not of the character set that MSH-18 names, or not of UTF-8 where it names none");
        } catch (IllegalArgumentException unknown) {
            throw new V2RefusedException(V2Error.TABLE_VALUE, "MSH.1.18", "The character set is not known");
        }
    }

    /** Every byte a character: enough for the header, and it never fails. */
    static String roughly(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
