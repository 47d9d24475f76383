package io.github.trdcare.exchange.hl7v2.out;

import io.github.trdcare.assessment.Scales;
import io.github.trdcare.exchange.outbox.Destinations;
import io.github.trdcare.exchange.outbox.Subscriber;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The receivers whom the settings name. */
@Component
@EnableConfigurationProperties(SendingSettings.class)
class Receivers implements Destinations {
    private final Map<String, Subscriber> receivers = new TreeMap<>();

    Receivers(
            SendingSettings settings,
            Knowledge knowledge,
            ResourceStore store,
            Clock clock,
            @Value("${trd.outbox.base-url:http://localhost:8080/fhir}") String base) {
        Wording wording = new Wording(knowledge.document("hl7v2.yaml"), settings.systems(), clock.getZone());
        List<Told> all = List.of(
                new Scores(Scales.read(knowledge)), new Plans(knowledge, store, base), new Slots(), new Charges());
        settings.destinations().forEach(destination -> {
            List<Told> kinds = all.stream()
                    .filter(kind -> destination.messages().contains(kind.code()))
                    .toList();
            receivers.put("hl7v2/" + destination.name(), new Receiver(destination, settings, kinds, store, wording));
        });
    }

    @Override
    public Map<String, Subscriber> subscribers() {
        return receivers;
    }
}
