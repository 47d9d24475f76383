package io.github.trdcare.exchange.messaging;

import io.github.trdcare.exchange.messaging.MessageEvents.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/** Holds a message to the form of messages, and to what its event may be about. */
final class MessageShape {
    private final MessageEvents events;

    MessageShape(MessageEvents events) {
        this.events = events;
    }

    /** The entries that the message is about. */
    Set<BundleEntryComponent> focus(Message message) {
        if (message.header().hasResponse()) {
            throw refused(
                    IssueType.NOTSUPPORTED,
                    "MessageHeader.response",
                    "This is an answer to a message; the server sends none that wait for one");
        }
        if (!message.endpoint().matches("[A-Za-z][A-Za-z0-9+.-]*:.+")) {
            throw refused(
                    IssueType.REQUIRED,
                    "MessageHeader.source.endpoint",
                    "The sender's address is missing or no absolute URL: repetitions are known by it");
        }
        Event event = event(message.header().hasEventCoding() ? message.header().getEventCoding() : new Coding());
        checkEntries(message);
        Set<BundleEntryComponent> focus = resolved(message, event);
        event.required().stream()
                .filter(type -> focus.stream()
                        .noneMatch(entry -> entry.getResource().fhirType().equals(type)))
                .findFirst()
                .ifPresent(type -> {
                    throw refused(
                            IssueType.REQUIRED,
                            "MessageHeader.focus",
                            "A message of " + event.code() + " has a " + type + " as its focus");
                });
        return focus;
    }

    private Event event(Coding coding) {
        return Optional.of(coding)
                .filter(each -> MessageEvents.SYSTEM.equals(each.getSystem()))
                .flatMap(each -> events.find(each.getCode() + ""))
                .orElseThrow(() -> refused(
                        IssueType.NOTSUPPORTED,
                        "MessageHeader.eventCoding",
                        "The server takes the events " + String.join(", ", events.codes()) + " of "
                                + MessageEvents.SYSTEM));
    }

    private void checkEntries(Message message) {
        List<BundleEntryComponent> content = message.content();
        Set<String> seen = new HashSet<>();
        int patients = 0;
        for (int i = 0; i < content.size(); i++) {
            BundleEntryComponent entry = content.get(i);
            String place = "Bundle.entry[" + (i + 1) + "]";
            if (!entry.hasResource()) {
                throw refused(IssueType.REQUIRED, place, "An entry of a message holds a resource");
            }
            if (!events.mayBring(entry.getResource().fhirType())) {
                throw refused(
                        IssueType.NOTSUPPORTED,
                        place,
                        "No message brings a " + entry.getResource().fhirType() + " to this server");
            }
            if (entry.hasFullUrl() && !seen.add(entry.getFullUrl())) {
                throw refused(
                        IssueType.DUPLICATE, place + ".fullUrl", "Two entries have one fullUrl; each has its own");
            }
            patients += entry.getResource() instanceof Patient ? 1 : 0;
        }
        if (patients > 1) {
            throw refused(
                    IssueType.BUSINESSRULE, "Bundle.entry", "A message is about one patient; this one has " + patients);
        }
    }

    private Set<BundleEntryComponent> resolved(Message message, Event event) {
        List<Reference> named = message.header().getFocus();
        if (named.isEmpty()) {
            throw refused(IssueType.REQUIRED, "MessageHeader.focus", "The message does not say what it is about");
        }
        Addresses addresses = new Addresses(message);
        Set<BundleEntryComponent> focus = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String place = "MessageHeader.focus[" + i + "]";
            BundleEntryComponent entry = addresses
                    .entry(named.get(i), message.bundle().getEntryFirstRep())
                    .orElseThrow(() -> refused(
                            IssueType.NOTFOUND, place, "The focus points to no entry of the message, by its fullUrl"));
            if (!event.focus().contains(entry.getResource().fhirType())) {
                throw refused(
                        IssueType.BUSINESSRULE,
                        place,
                        "A message of " + event.code() + " is about " + String.join(" or ", event.focus())
                                + ", not about " + entry.getResource().fhirType());
            }
            focus.add(entry);
        }
        return focus;
    }

    private static MessageRefusedException refused(IssueType type, String place, String text) {
        return new MessageRefusedException(type, place, text);
    }
}
