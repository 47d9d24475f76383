package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.exchange.hl7v2.out.SendingSettings.Destination;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Delivery;
import io.github.trdcare.exchange.outbox.NotDeliveredException;
import io.github.trdcare.exchange.outbox.Subscriber;
import io.github.trdcare.exchange.outbox.Versions;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** A receiver of HL7 v2 messages: each event is one message, under a control id that stays when it is sent again. */
record Receiver(
        Destination destination, SendingSettings settings, List<Told> kinds, ResourceStore store, Wording wording)
        implements Subscriber {
    private static final Logger log = LoggerFactory.getLogger(Receiver.class);

    @Override
    public boolean wants(Change change, Versions versions) {
        return kinds.stream().anyMatch(kind -> kind.wants(change, versions));
    }

    /** MLLP knows no greeting. */
    @Override
    public void greet(Progress progress) {}

    @Override
    public void tell(List<Delivery> deliveries, Progress progress) throws IOException {
        for (Delivery delivery : deliveries) {
            Optional<String> message = message(delivery);
            if (message.isPresent()) {
                MllpSender.send(destination, id(delivery), message.get());
            }
        }
    }

    private String id(Delivery delivery) {
        return destination.name() + "-" + delivery.number();
    }

    /** What cannot be put in words now never will be, and must not keep back what comes after it. */
    private Optional<String> message(Delivery delivery) throws NotDeliveredException {
        try {
            return worded(delivery);
        } catch (RuntimeException failure) {
            if (isOfTheStore(failure)) {
                throw failure;
            }
            log.error("{} cannot be put in words", delivery.change().reference(), failure);
            throw new NotDeliveredException("the record cannot be put in words", true);
        }
    }

    /** A store that fails may do so no longer at the next attempt. */
    private static boolean isOfTheStore(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof DataAccessException
                        || cause instanceof TransactionException
                        || cause instanceof SQLException
                        || cause instanceof BaseServerResponseException refused && refused.getStatusCode() >= 500);
    }

    private Optional<String> worded(Delivery delivery) throws NotDeliveredException {
        Change change = delivery.change();
        Optional<Resource> resource = store.version(change.type(), change.resourceId(), change.version());
        Versions versions = new Versions(store, change);
        Optional<Told> kind =
                kinds.stream().filter(each -> each.wants(change, versions)).findFirst();
        if (resource.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        News news = new News(resource.get(), kind.get().earlier(versions), patient(kind.get(), resource.get()));
        String type = kind.get().type(news);
        return Optional.of(new Segments()
                .add(msh(type, delivery))
                .add(event(type, delivery))
                .add(kind.get().before(news, wording))
                .add(wording.pid(news.patient()))
                .add(kind.get().after(news, wording))
                .message());
    }

    private Line msh(String type, Delivery delivery) {
        return new Line("MSH")
                .with(2, "^~\\&")
                .with(3, parts(settings.application()))
                .with(4, parts(settings.facility()))
                .with(5, parts(destination.name()))
                .with(6, parts(destination.facility()))
                .with(7, Segments.time(delivery.change().at(), wording.zone()))
                .with(9, type)
                .with(10, id(delivery))
                .with(11, "P")
                .with(12, "2.5.1")
                .with(18, "UNICODE UTF-8");
    }

    /** EVN stands in messages about an event: charges and documents. */
    private Segments event(String type, Delivery delivery) {
        return type.startsWith("DFT") || type.startsWith("MDM")
                ? new Segments()
                        .add(new Line("EVN")
                                .with(2, Segments.time(delivery.change().at(), wording.zone())))
                : new Segments();
    }

    private Patient patient(Told kind, Resource resource) throws NotDeliveredException {
        String reference = References.of(kind.patient(resource));
        return store.all(java.util.Set.of(reference)).stream()
                .filter(Patient.class::isInstance)
                .map(Patient.class::cast)
                .findFirst()
                .orElseThrow(() -> new NotDeliveredException("the patient of the record is not there", true));
    }

    @Override
    public void reassure(Progress progress) {}

    @Override
    public int atOnce() {
        return 1;
    }
}
