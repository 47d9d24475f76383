package io.github.trdcare.platform;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Judges a body before it is built: its encoding, how deep it is nested, and what a parser would let through although
 * nobody could store it or tell what it means. A body that is broken otherwise is left to its own parser to report.
 */
final class BodyForm {
    private static final String FHIR = "http://hl7.org/fhir";
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final XMLInputFactory XML = xml();

    private BodyForm() {}

    /** Refuses a body that is not UTF-8, is nested deeper than the limit, says one thing twice, or is no FHIR XML. */
    static void check(byte[] body, String contentType, int limit) throws IOException {
        if (contentType == null || contentType.contains("json")) {
            checkEncoding(body);
            checkJson(body, limit);
        } else if (contentType.contains("xml")) {
            checkEncoding(body);
            checkXml(body, limit);
        }
    }

    private static void checkEncoding(byte[] body) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(body);
        CharBuffer characters = CharBuffer.allocate(8192);
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw RefusalTranslator.badRequest(
                    IssueType.STRUCTURE, "The body is not UTF-8: byte " + bytes.position() + " begins no character.");
        }
    }

    private static void checkJson(byte[] body, int limit) throws IOException {
        int depth = 0;
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    refuseDeeper(++depth, limit);
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING) {
                    checkText(parser);
                }
            }
        } catch (JacksonException broken) {
            if (broken.getOriginalMessage().startsWith("Duplicate field")) {
                throw RefusalTranslator.badRequest(
                        IssueType.STRUCTURE,
                        broken.getOriginalMessage() + " at line "
                                + broken.getLocation().getLineNr() + ", column "
                                + broken.getLocation().getColumnNr() + ": it may stand only once in an object.");
            }
        }
    }

    /** FHIR's strings have no control characters but tab and line ends; half a character can be stored nowhere. */
    private static void checkText(JsonParser parser) throws IOException {
        char[] characters = parser.getTextCharacters();
        int end = parser.getTextOffset() + parser.getTextLength();
        for (int i = parser.getTextOffset(); i < end; i++) {
            char character = characters[i];
            if (Character.isHighSurrogate(character) && i + 1 < end && Character.isLowSurrogate(characters[i + 1])) {
                i++;
            } else if (Character.isSurrogate(character)
                    || character < ' ' && character != '\t' && character != '\n' && character != '\r') {
                throw RefusalTranslator.badRequest(
                        IssueType.VALUE,
                        "The text at " + parser.getParsingContext().pathAsPointer() + " holds the character \\u"
                                + String.format("%04x", (int) character) + ", which no FHIR string may hold.");
            }
        }
    }

    private static void checkXml(byte[] body, int limit) {
        int depth = 0;
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        refuseDeeper(++depth, limit);
                        if (depth == 1) {
                            checkNamespace(reader.getNamespaceURI());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.DTD ->
                        throw RefusalTranslator.badRequest(
                                IssueType.STRUCTURE, "A FHIR document has no DOCTYPE; send it without one.");
                    default -> {
                        // Text, comments and the like nest nothing.
                    }
                }
            }
        } catch (XMLStreamException broken) {
            return;
        }
    }

    private static void checkNamespace(String namespace) {
        if (!FHIR.equals(namespace)) {
            throw RefusalTranslator.badRequest(
                    IssueType.STRUCTURE, "The XML's root element is not in the namespace " + FHIR + ".");
        }
    }

    private static void refuseDeeper(int depth, int limit) {
        if (depth > limit) {
            throw RefusalTranslator.badRequest(
                    IssueType.TOOCOSTLY, "The body is nested deeper than " + limit + " levels (trd.limits.depth).");
        }
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
