package io.github.trdcare.safety.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.Alert;
import io.github.trdcare.safety.Contraindications;
import io.github.trdcare.safety.Contraindications.Found;
import io.github.trdcare.safety.EarlyRelease;
import io.github.trdcare.safety.EventHolds;
import io.github.trdcare.safety.LoweredLevels;
import io.github.trdcare.safety.Overrides;
import io.github.trdcare.safety.PressureGate;
import io.github.trdcare.safety.SafetyRecords;
import io.github.trdcare.safety.SuicideAlerts;
import io.github.trdcare.safety.TreatmentGate;
import io.github.trdcare.safety.Withdrawals;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** What a write sets off in its own transaction: alerts, Flags of contraindications, holds, reviews, signed overrides. */
@Component
public class SafetyReactions implements WriteRule {
    private static final Set<String> TYPES = Set.of(
            "QuestionnaireResponse",
            "Observation",
            "Condition",
            "Device",
            "Procedure",
            "AdverseEvent",
            "MedicationAdministration",
            "MedicationRequest",
            "ServiceRequest");

    private final SuicideAlerts suicide;
    private final Contraindications contraindications;
    private final TreatmentGate gate;
    private final EventHolds holds;
    private final EarlyRelease release;
    private final PressureGate pressure;
    private final LoweredLevels lowered;
    private final Withdrawals withdrawals;
    private final SafetyRecords records;
    private final SafetyJournal journal;
    private final Clock clock;

    SafetyReactions(Knowledge knowledge, SafetyJournal journal, Clock clock) {
        this.suicide = new SuicideAlerts(knowledge);
        this.contraindications = new Contraindications(knowledge);
        this.gate = new TreatmentGate(knowledge);
        this.holds = new EventHolds(knowledge);
        this.release = new EarlyRelease(knowledge);
        this.pressure = new PressureGate(knowledge);
        this.lowered = new LoweredLevels(knowledge);
        this.withdrawals = new Withdrawals(knowledge);
        this.records = new SafetyRecords(knowledge);
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public boolean concerns(Resource resource) {
        return TYPES.contains(resource.fhirType()) && Written.patient(resource).isPresent();
    }

    @Override
    public void apply(Written written) {
        DomainResource after = (DomainResource) written.after();
        Moment arrival = Moment.at(written.now(), clock.getZone());
        List<Alert> alerts = new ArrayList<>(suicide.of(after, arrival, clock.getZone()));
        List<Found> found = contraindications.of(after, Chart.of(List.of(), written.now(), clock.getZone()));
        List<Resource> own = new ArrayList<>(Overrides.signed(after, (DomainResource) written.before(), written.now()));
        alerts.addAll(ofTreatments(written, after, arrival, found));
        boolean withdrawn = Withdrawals.isOne(after, written.before());
        if (alerts.isEmpty() && found.isEmpty() && own.isEmpty() && !withdrawn && !isFollowed(after)) {
            return;
        }
        Chart chart = journal.alone(Written.patient(after).orElseThrow());
        found.forEach(each -> records.of(each, chart, written.now()).ifPresent(own::add));
        own.addAll(lowered.of(after, arrival, chart, written.now()));
        if (withdrawn) {
            Reference patient = new Reference(Written.patient(after).orElseThrow());
            own.addAll(withdrawals.of(after, written.before(), patient, chart, written.now()));
        }
        follow(after, arrival, chart, written.now(), alerts, own);
        journal.write(alerts, own, chart, written.now(), Optional.of(References.to(after)));
    }

    /** Whether a record may set off something that only the whole chart tells. */
    private boolean isFollowed(DomainResource after) {
        return after instanceof AdverseEvent event && holds.concerns(event)
                || after instanceof MedicationAdministration
                || after instanceof Observation reading && pressure.concerns(reading)
                || lowered.concerns(after);
    }

    private void follow(
            DomainResource after, Moment arrival, Chart chart, Instant now, List<Alert> alerts, List<Resource> own) {
        if (after instanceof AdverseEvent adverse) {
            holds.alert(adverse, arrival, chart).ifPresent(alerts::add);
            own.addAll(holds.held(adverse, arrival, chart));
        }
        if (after instanceof MedicationAdministration given) {
            release.review(given, chart, now).ifPresent(own::add);
            pressure.alert(given, arrival, chart).ifPresent(alerts::add);
        }
        if (after instanceof Observation reading) {
            pressure.doseOf(reading, chart)
                    .flatMap(dose -> pressure.alert(dose, arrival, chart))
                    .ifPresent(alerts::add);
        }
    }

    /** What was given under a contraindication, and what is found while its treatment is under way. */
    private List<Alert> ofTreatments(Written written, DomainResource after, Moment arrival, List<Found> found) {
        List<Alert> alerts = new ArrayList<>();
        boolean given =
                after instanceof Procedure session && !session.getPartOf().isEmpty()
                        || after instanceof MedicationAdministration;
        if (given) {
            gate.passed(after, written.chart().get(), written.now())
                    .forEach(flag -> alerts.add(underWay(after, arrival, References.to(flag))));
        }
        found.stream()
                .filter(Found::absolute)
                .filter(each -> gate.underWay(each.treatment(), written.chart().get()))
                .forEach(each -> alerts.add(underWay(after, arrival, each.code())));
        return alerts;
    }

    private static Alert underWay(Resource resource, Moment when, String reason) {
        return new Alert(
                "contraindication-found",
                "Contraindication of a treatment under way: " + reason,
                Written.patient(resource).orElseThrow(),
                when,
                List.of(References.to(resource) + "|" + reason),
                Optional.of(References.to(resource)));
    }
}
