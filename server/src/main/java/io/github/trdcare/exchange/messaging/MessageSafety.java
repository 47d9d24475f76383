package io.github.trdcare.exchange.messaging;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.safety.rest.RefusedAlerts;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message that is refused for answers about suicide; where it has some, its patient is stored first, unless known. */
final class MessageSafety {
    private static final Logger log = LoggerFactory.getLogger(MessageSafety.class);

    /** Nobody's number: the patient of the message, as long as nobody knows whether it matters. */
    private static final String ITS_PATIENT = "Patient/-of-the-message";

    private final ResourceStore store;
    private final RefusedAlerts alerts;

    MessageSafety(ResourceStore store, RefusedAlerts alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    /** Whatever happens here, the refusal goes out as it is. */
    void of(Message message) {
        try {
            read(message);
        } catch (RuntimeException unread) {
            // Its words may hold the search for a number.
            log.error(
                    "A message was refused, and its answers about suicide could not be read: {}",
                    unread.getClass().getSimpleName());
        }
    }

    private void read(Message message) {
        List<BundleEntryComponent> content = message.content().stream()
                .filter(BundleEntryComponent::hasResource)
                .toList();
        Addresses addresses = new Addresses(message);
        content.forEach(addresses::rewire);
        MessageDraft.resolve(content, store);
        Optional<BundleEntryComponent> brought = content.stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .findFirst();
        brought.ifPresent(patient -> rename(Addresses.placeholder(patient), ITS_PATIENT, content));
        List<Resource> said =
                content.stream().map(BundleEntryComponent::getResource).toList();
        if (alerts.has(said)) {
            brought.ifPresent(
                    entry -> patient(message, entry)
                            .ifPresentOrElse(
                                    patient -> rename(ITS_PATIENT, patient, content),
                                    () -> log.error(
                                            "The patient of a refused message with answers about suicide could not be stored; it is in the dead letters")));
            alerts.raise(said);
        }
    }

    private static void rename(String from, String to, List<BundleEntryComponent> content) {
        content.stream()
                .flatMap(entry -> Addresses.references(entry.getResource()))
                .filter(reference -> from.equals(reference.getReference()))
                .forEach(reference -> reference.setReference(to));
    }

    private Optional<String> patient(Message message, BundleEntryComponent brought) {
        Message alone = only(message, brought);
        List<Identifier> numbers = ((Patient) brought.getResource()).getIdentifier();
        MessageDraft draft = new MessageDraft(alone, Set.of());
        try {
            return store.transactionAlone(draft.matches(), () -> Optional.of(draft.bundle()))
                    .map(answer -> answer.getEntryFirstRep().getResponse().getLocation())
                    .map(location ->
                            location.substring(location.indexOf("Patient/")).replaceFirst("/_history.*", ""));
        } catch (BaseServerResponseException unusable) {
            return known(numbers);
        }
    }

    /** By a number alone, where the rest cannot be stored, or the number is that of several records. */
    private Optional<String> known(List<Identifier> numbers) {
        return numbers.stream()
                .filter(MatchUrl::isSearchable)
                .flatMap(number -> store.find(Patient.class, MatchUrl.byIdentifier(number)).stream())
                .map(patient -> "Patient/" + patient.getIdElement().getIdPart())
                .findFirst();
    }

    /** Someone without a number is known by that of the message, so that repetitions make nobody twice. */
    private static Message only(Message message, BundleEntryComponent brought) {
        BundleEntryComponent patient = brought.copy();
        if (MessageDraft.key(patient.getResource(), patient.getFullUrl() + "").isEmpty()) {
            ((Patient) patient.getResource())
                    .addIdentifier()
                    .setSystem(Ours.BASE + "/messages")
                    .setValue(message.endpoint() + " " + message.key().controlId());
        }
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(message.header());
        bundle.addEntry(patient);
        return new Message(bundle, message.header(), message.key());
    }
}
