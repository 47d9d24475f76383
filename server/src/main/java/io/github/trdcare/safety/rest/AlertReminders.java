package io.github.trdcare.safety.rest;

import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.OverdueAlerts;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Says overdue alerts again: the new version of the Task is the event, whichever node writes it. */
@Component
public class AlertReminders {
    private static final String WAITING =
            "code=https://trd-care.github.io/fhir/CodeSystem/trd-codes|acknowledge-safety-alert&status=requested,received";

    private final ResourceStore store;
    private final OverdueAlerts overdue;
    private final Clock clock;

    AlertReminders(ResourceStore store, Knowledge knowledge, Clock clock) {
        this.store = store;
        this.overdue = new OverdueAlerts(knowledge);
        this.clock = clock;
    }

    /** Looks once, while no other node does. */
    public void remind() {
        store.transactionAlone("overdue safety alerts", () -> {
            List<Task> due = overdue.of(store.find(Task.class, WAITING), clock.instant());
            return due.isEmpty() ? Optional.empty() : Optional.of(bundle(due));
        });
    }

    private static Bundle bundle(List<Task> tasks) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        tasks.forEach(task -> bundle.addEntry()
                .setResource(task)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.to(task))
                .setIfMatch("W/\"" + task.getMeta().getVersionId() + "\""));
        return bundle;
    }
}
