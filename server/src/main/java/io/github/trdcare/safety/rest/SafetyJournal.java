package io.github.trdcare.safety.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.Alert;
import io.github.trdcare.safety.SafetyRecords;
import io.github.trdcare.storage.ResourceStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Puts on record what safety adds to a write, in the transaction of that write and once, with its Provenance. */
@Component
class SafetyJournal {
    private final ResourceStore store;
    private final Charts charts;
    private final SafetyRecords records;

    SafetyJournal(ResourceStore store, Charts charts, Knowledge knowledge) {
        this.store = store;
        this.charts = charts;
        this.records = new SafetyRecords(knowledge);
    }

    /** A patient's record that nobody else adds safety to until the transaction ends. */
    Chart alone(String patient) {
        store.lock("safety of " + patient);
        return charts.whole(patient);
    }

    /** Stores alerts that the chart does not know yet, and what else follows. */
    void write(List<Alert> alerts, List<Resource> own, Chart chart, Instant now, Optional<String> trigger) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        List<String> made = new ArrayList<>();
        for (Alert alert : alerts) {
            String flag = "urn:uuid:" + UUID.randomUUID();
            List<Resource> written = records.of(alert, chart, now, flag);
            for (Resource each : written) {
                String address = each == written.get(0) ? flag : "urn:uuid:" + UUID.randomUUID();
                made.add(address);
                add(bundle, each, address);
            }
        }
        for (Resource each : own) {
            String address = each.getIdElement().hasIdPart() ? References.to(each) : "urn:uuid:" + UUID.randomUUID();
            made.add(address);
            add(bundle, each, address);
        }
        if (!made.isEmpty()) {
            add(bundle, provenance(made, now, trigger), "urn:uuid:" + UUID.randomUUID());
            store.react(bundle);
        }
    }

    private static void add(Bundle bundle, Resource resource, String address) {
        boolean known = resource.getIdElement().hasIdPart();
        bundle.addEntry()
                .setFullUrl(known ? null : address)
                .setResource(resource)
                .getRequest()
                .setMethod(known ? HTTPVerb.PUT : HTTPVerb.POST)
                .setUrl(known ? References.to(resource) : resource.fhirType());
    }

    private static Provenance provenance(List<String> targets, Instant now, Optional<String> trigger) {
        Provenance provenance = new Provenance();
        targets.forEach(target -> provenance.addTarget(new Reference(target)));
        provenance.setRecorded(Date.from(now));
        provenance.setActivity(new CodeableConcept().setText("Safety rule of the server"));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "assembler", null)))
                .setWho(new Reference().setDisplay("TRD Care Server"));
        trigger.ifPresent(source -> provenance
                .addEntity()
                .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference(source)));
        return provenance;
    }
}
