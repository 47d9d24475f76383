package io.github.trdcare.platform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Measures how deep a body is nested without building it; a body that is broken is left to its own parser to report. */
final class BodyDepth {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();
    private static final XMLInputFactory XML = xml();

    private BodyDepth() {}

    /** Refuses a body that is nested deeper than the limit, or an XML body that brings a document type of its own. */
    static void check(byte[] body, String contentType, int limit) throws IOException {
        if (contentType == null || contentType.contains("json")) {
            checkJson(body, limit);
        } else if (contentType.contains("xml")) {
            checkXml(body, limit);
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
                }
            }
        } catch (com.fasterxml.jackson.core.JacksonException broken) {
            return;
        }
    }

    private static void checkXml(byte[] body, int limit) {
        int depth = 0;
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(new ByteArrayInputStream(body));
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> refuseDeeper(++depth, limit);
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
