package io.github.trdcare.exchange.messaging;

import io.github.trdcare.safety.rest.RefusedAlerts;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message that is refused for answers about suicide; its patient is stored first, unless known. */
final class MessageSafety {
    private static final Logger log = LoggerFactory.getLogger(MessageSafety.class);

    private final ResourceStore store;
    private final RefusedAlerts alerts;

    MessageSafety(ResourceStore store, RefusedAlerts alerts) {
        this.store = store;
        this.alerts = alerts;
    }

    /** Whatever happens here, the refusal goes out as it is. */
    void of(Message message) {
        try {
            List<BundleEntryComponent> content = message.content().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .toList();
            Addresses addresses = new Addresses(message);
            content.forEach(addresses::rewire);
            content.stream()
                    .filter(entry -> entry.getResource() instanceof Patient)
                    .findFirst()
                    .ifPresent(patient -> name(Addresses.placeholder(patient), patient(message, patient), content));
            MessageDraft.resolve(content, store);
            alerts.raise(content.stream().map(BundleEntryComponent::getResource).toList());
        } catch (RuntimeException unread) {
            log.error("A message was refused, and its answers about suicide could not be read", unread);
        }
    }

    private static void name(String placeholder, Optional<String> stored, List<BundleEntryComponent> content) {
        stored.ifPresent(patient -> content.stream()
                .flatMap(entry -> Addresses.references(entry.getResource()))
                .filter(reference -> placeholder.equals(reference.getReference()))
                .forEach(reference -> reference.setReference(patient)));
    }

    private Optional<String> patient(Message message, BundleEntryComponent patient) {
        MessageDraft draft = new MessageDraft(only(message, patient), Set.of());
        return store.transactionAlone(draft.matches(), () -> Optional.of(draft.bundle()))
                .map(answer -> answer.getEntryFirstRep().getResponse().getLocation())
                .map(location ->
                        location.substring(location.indexOf("Patient/")).replaceFirst("/_history.*", ""));
    }

    private static Message only(Message message, BundleEntryComponent patient) {
        Bundle bundle = new Bundle();
        bundle.addEntry().setResource(message.header());
        bundle.addEntry(patient.copy());
        return new Message(bundle, message.header(), message.key());
    }
}
