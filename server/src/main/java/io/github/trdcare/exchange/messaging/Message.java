package io.github.trdcare.exchange.messaging;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.exchange.inbox.Inbox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * A FHIR message: what can be answered as one.
 *
 * @param key what it is known by
 */
record Message(Bundle bundle, MessageHeader header, Inbox.Key key) {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String CONTENT = "content";

    /** Reads a body that was kept. */
    static Message read(byte[] raw) {
        String body = new String(raw, StandardCharsets.UTF_8);
        return of((Resource) EncodingEnum.detectEncoding(body).newParser(R4).parseResource(body));
    }

    /** A Bundle as it is, or in the parameter content; anything else is refused. */
    static Message of(Resource body) {
        Resource content = body instanceof Parameters parameters && parameters.hasParameter(CONTENT)
                ? alone(parameters.getParameter(CONTENT).getResource())
                : body;
        if (!(content instanceof Bundle bundle) || bundle.getType() != BundleType.MESSAGE) {
            throw RefusedException.unreadable(
                    CONTENT,
                    "A message is expected: a Bundle of type message, as the body or in the parameter content");
        }
        if (!(bundle.getEntryFirstRep().getResource() instanceof MessageHeader header)) {
            throw RefusedException.unreadable(
                    CONTENT, "Bundle.entry[0]: the first entry of a message is its MessageHeader");
        }
        String id = Stream.of(
                        Optional.ofNullable(bundle.getIdentifier().getValue())
                                .map(value -> bundle.getIdentifier().getSystem() + "|" + value),
                        Optional.ofNullable(header.getIdElement().getIdPart()),
                        Optional.ofNullable(bundle.getIdElement().getIdPart()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> RefusedException.unreadable(
                        CONTENT,
                        "The message has no number: Bundle.identifier, or MessageHeader.id, tells it from others"));
        return new Message(bundle, header, new Inbox.Key(endpoint(header), id, event(header), digest(bundle)));
    }

    /** Read as if it had come without a wrapping: the parser names entries of a Bundle that is a body by their fullUrl. */
    private static @Nullable Resource alone(@Nullable Resource wrapped) {
        return wrapped == null
                ? null
                : (Resource) R4.newJsonParser().parseResource(R4.newJsonParser().encodeResourceToString(wrapped));
    }

    /** The entries after the header. */
    List<BundleEntryComponent> content() {
        return bundle.getEntry().stream().skip(1).toList();
    }

    /** What its answer calls it. */
    String id() {
        String id = header.getIdElement().getIdPart();
        return id == null ? key.controlId() : id.replaceFirst("^urn:uuid:", "");
    }

    String endpoint() {
        return endpoint(header);
    }

    private static String endpoint(MessageHeader header) {
        return header.getSource().getEndpointElement().hasValue()
                ? header.getSource().getEndpoint()
                : "";
    }

    private static String event(MessageHeader header) {
        return header.hasEventCoding() && header.getEventCoding().getCode() != null
                ? header.getEventCoding().getCode()
                : "";
    }

    /** Of what it says, whichever format it was written in. */
    private static String digest(Bundle bundle) {
        return Inbox.Key.digest(R4.newJsonParser().encodeResourceToString(bundle));
    }
}
