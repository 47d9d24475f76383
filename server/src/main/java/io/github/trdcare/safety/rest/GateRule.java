package io.github.trdcare.safety.rest;

import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.EarlyRelease;
import io.github.trdcare.safety.PressureGate;
import io.github.trdcare.safety.TreatmentGate;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Lets nothing begin that a contraindication forbids, and nobody go too early without a reason. */
@Component
public class GateRule implements WriteRule {
    private static final Set<String> TYPES =
            Set.of("Procedure", "ServiceRequest", "MedicationRequest", "MedicationAdministration");

    private final TreatmentGate gate;
    private final EarlyRelease release;
    private final PressureGate pressure;

    GateRule(Knowledge knowledge) {
        this.gate = new TreatmentGate(knowledge);
        this.release = new EarlyRelease(knowledge);
        this.pressure = new PressureGate(knowledge);
    }

    @Override
    public boolean concerns(Resource resource) {
        return TYPES.contains(resource.fhirType());
    }

    @Override
    public void apply(Written written) {
        DomainResource after = (DomainResource) written.after();
        if (after instanceof MedicationAdministration dose) {
            written.refuse(release.check(dose, written.chart().get().zone()));
            written.refuse(pressure.decide(dose, written.chart().get()));
        }
        if (gate.mayBegin(after, (DomainResource) written.before())) {
            written.refuse(gate.decide(after, written.chart().get(), written.now()));
        }
    }
}
