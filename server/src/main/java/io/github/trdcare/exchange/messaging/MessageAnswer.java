package io.github.trdcare.exchange.messaging;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.MessageHeader.ResponseType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/** The message that answers a message. */
final class MessageAnswer {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final int MOST_ISSUES = 10;
    private static final int LONGEST_TEXT = 800;

    private final String own;

    /**
     * @param own address of this server's messaging
     */
    MessageAnswer(String own) {
        this.own = own;
    }

    /** The message is taken, all of it. */
    String taken(Message message, int resources, Instant now) {
        OperationOutcome outcome = outcome(
                IssueSeverity.INFORMATION,
                IssueType.INFORMATIONAL,
                "Taken: " + resources + " resources of the message");
        return text(message, ResponseType.OK, outcome, now);
    }

    /** The message will not do as it is. */
    String refused(Message message, OperationOutcome outcome, Instant now) {
        return text(message, ResponseType.FATALERROR, shortened(outcome), now);
    }

    /** The message may be right; the server cannot tell now. */
    String notNow(Message message, Instant now) {
        return text(
                message,
                ResponseType.TRANSIENTERROR,
                outcome(
                        IssueSeverity.ERROR,
                        IssueType.TRANSIENT,
                        "The server cannot take the message now; send the same message again"),
                now);
    }

    static Bundle read(String text) {
        return R4.newJsonParser().parseResource(Bundle.class, text);
    }

    private String text(Message message, ResponseType code, OperationOutcome outcome, Instant now) {
        String details = "urn:uuid:" + UUID.randomUUID();
        String id = UUID.randomUUID().toString();
        MessageHeader header = new MessageHeader();
        header.setId(id);
        header.setEvent(event(message.header()));
        header.getSource().setName("TRD Care Server").setEndpoint(own);
        if (!message.endpoint().isEmpty() && message.endpoint().length() <= LONGEST_TEXT) {
            header.addDestination().setEndpoint(message.endpoint());
        }
        header.getResponse().setIdentifier(cut(message.id())).setCode(code).setDetails(new Reference(details));
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE).setTimestamp(Date.from(now));
        bundle.setId(UUID.randomUUID().toString());
        bundle.addEntry().setFullUrl("urn:uuid:" + id).setResource(header);
        bundle.addEntry().setFullUrl(details).setResource(outcome);
        return R4.newJsonParser().encodeResourceToString(bundle);
    }

    /** As the sender named it, without words; an answer has its length. */
    private static Type event(MessageHeader header) {
        if (header.hasEventUriType()) {
            return new UriType(cut(header.getEventUriType().getValue()));
        }
        Coding said = header.hasEventCoding() ? header.getEventCoding() : new Coding();
        return new Coding(cut(said.getSystem()), cut(said.getCode()), null);
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : text.substring(0, Math.min(LONGEST_TEXT, text.length()));
    }

    private static OperationOutcome outcome(IssueSeverity severity, IssueType type, String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(text);
        return outcome;
    }

    /** An answer is no log: the first issues are enough to mend a message. */
    private static OperationOutcome shortened(OperationOutcome outcome) {
        OperationOutcome shown = new OperationOutcome();
        outcome.getIssue().stream()
                .limit(MOST_ISSUES)
                .map(OperationOutcome.OperationOutcomeIssueComponent::copy)
                .forEach(issue -> {
                    String text = (issue.getDiagnostics() + "").replaceFirst("^HAPI-\\d+: ", "");
                    shown.addIssue(issue.setDiagnostics(text.substring(0, Math.min(LONGEST_TEXT, text.length()))));
                });
        return shown;
    }
}
