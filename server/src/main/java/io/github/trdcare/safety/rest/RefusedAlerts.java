package io.github.trdcare.safety.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.Alert;
import io.github.trdcare.safety.SuicideAlerts;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** A record that is refused may still say that somebody is in danger: its alerts are raised all the same, once. */
@Component
public class RefusedAlerts {
    private final SuicideAlerts suicide;
    private final SafetyJournal journal;
    private final ResourceStore store;
    private final Clock clock;

    RefusedAlerts(Knowledge knowledge, SafetyJournal journal, ResourceStore store, Clock clock) {
        this.suicide = new SuicideAlerts(knowledge);
        this.journal = journal;
        this.store = store;
        this.clock = clock;
    }

    /** Whether there is anything to raise. */
    public boolean has(List<Resource> refused) {
        return alerts(refused).findAny().isPresent();
    }

    private Stream<Alert> alerts(List<Resource> refused) {
        Moment arrival = Moment.at(clock.instant(), clock.getZone());
        return refused.stream().flatMap(resource -> suicide.of(resource, arrival, clock.getZone()).stream());
    }

    /** Raises what the refused resources say, in a transaction of its own, for patients whom the server knows. */
    public void raise(List<Resource> refused) {
        Map<String, List<Alert>> byPatient =
                alerts(refused).map(this::withoutRecord).collect(Collectors.groupingBy(Alert::subject));
        byPatient.forEach((patient, alerts) -> store.together(() -> {
            if (store.missing(Set.of(patient)).isEmpty()) {
                Chart chart = journal.alone(patient);
                journal.write(alerts, List.of(), chart, clock.instant(), Optional.empty());
            }
        }));
    }

    /**
     * Known by patient, scale and instant alone: a corrected record that follows raises nothing new. A patient whose record
     * was merged into another is followed there.
     */
    private Alert withoutRecord(Alert alert) {
        List<String> keys = alert.keys();
        return new Alert(
                alert.code(),
                alert.detail() + " (in a record that was refused)",
                store.successor(alert.subject()).orElse(alert.subject()),
                alert.when(),
                List.of(keys.get(keys.size() - 1)),
                Optional.empty());
    }
}
