package io.github.trdcare.exchange.registry;

import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Delivery;
import io.github.trdcare.exchange.outbox.Destinations;
import io.github.trdcare.exchange.outbox.Subscriber;
import io.github.trdcare.exchange.outbox.Versions;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Hangs on the outbox: what is committed reaches the registry within seconds, on whichever node, and after any kill. */
@Component
@Order(3)
class RegistryKeeper implements Destinations, Subscriber, ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(RegistryKeeper.class);
    private static final int AT_ONCE = 200;

    private final Registry registry;
    private final ResourceStore store;

    RegistryKeeper(Registry registry, ResourceStore store) {
        this.registry = registry;
        this.store = store;
    }

    @Override
    public Map<String, Subscriber> subscribers() {
        return Map.of("registry", this);
    }

    /** After the example stories, which are no news. */
    @Override
    public void run(ApplicationArguments arguments) {
        try {
            registry.repair();
        } catch (RuntimeException failure) {
            log.error("The registry could not be looked through; it follows what is written from now on", failure);
        }
    }

    @Override
    public boolean wants(Change change, Versions versions) {
        return switch (change.type()) {
            case "Condition" ->
                Stream.concat(versions.before().stream(), versions.after().stream())
                        .anyMatch(Episodes::isOne);
            case "Patient" -> change.interaction() == Change.Interaction.DELETE;
            default -> false;
        };
    }

    @Override
    public void tell(List<Delivery> deliveries, Progress progress) {
        Set<String> patients = deliveries.stream()
                .map(Delivery::change)
                .flatMap(this::patients)
                .collect(Collectors.toCollection(TreeSet::new));
        registry.look(patients);
    }

    /** Also the one whom a corrected episode was about before. */
    private Stream<String> patients(Change change) {
        if (change.type().equals("Patient")) {
            return Stream.of(change.reference());
        }
        Versions versions = new Versions(store, change);
        return Stream.of(versions.before(), versions.after())
                .flatMap(Optional<Resource>::stream)
                .map(Condition.class::cast)
                .flatMap(condition -> Episodes.patient(condition).stream());
    }

    @Override
    public void greet(Progress progress) {}

    @Override
    public void reassure(Progress progress) {}

    @Override
    public int atOnce() {
        return AT_ONCE;
    }
}
