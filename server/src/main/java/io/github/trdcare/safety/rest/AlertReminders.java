package io.github.trdcare.safety.rest;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Says overdue alerts again: the new version of the Task is the event, whichever node writes it. */
@Component
public class AlertReminders {
    private static final String WAITING =
            "code=https://trd-care.github.io/fhir/CodeSystem/trd-codes|acknowledge-safety-alert&status=requested,received";

    private static final Logger log = LoggerFactory.getLogger(AlertReminders.class);

    private final ResourceStore store;
    private final OverdueAlerts overdue;
    private final Clock clock;

    AlertReminders(ResourceStore store, Knowledge knowledge, Clock clock) {
        this.store = store;
        this.overdue = new OverdueAlerts(knowledge);
        this.clock = clock;
    }

    /** Looks once; each alert is said again on its own, so that one that cannot be written holds up no other. */
    public void remind() {
        overdue.of(store.find(Task.class, WAITING), clock.instant()).forEach(task -> {
            try {
                store.transactionAlone(References.to(task), () -> again(task.getIdPart()));
            } catch (BaseServerResponseException refused) {
                log.warn("{} is overdue and could not be said again: {}", References.to(task), refused.getStatusCode());
            }
        });
    }

    /** The Task as it stands now, when it is still to be said again. */
    private Optional<Bundle> again(String id) {
        return store.read(Task.class, id)
                .flatMap(task ->
                        overdue.of(List.of(task), clock.instant()).stream().findFirst())
                .map(AlertReminders::bundle);
    }

    private static Bundle bundle(Task task) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(task)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.to(task))
                .setIfMatch("W/\"" + task.getMeta().getVersionId() + "\"");
        return bundle;
    }
}
