package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;

/** The plans that a patient has already, but for the one that is to be replaced. */
final class EarlierPlans {
    private final List<CarePlan> plans;

    EarlierPlans(Chart chart, Optional<CarePlan> replaced) {
        this.plans = chart.all(CarePlan.class).stream()
                .filter(plan -> replaced.filter(plan::equals).isEmpty())
                .toList();
    }

    /** The plan that has the key; a revoked one has freed it, and one that was a mistake is not in the chart. */
    Optional<CarePlan> standing(String key) {
        return plans.stream()
                .filter(plan -> plan.getStatus() != CarePlanStatus.REVOKED)
                .filter(plan -> plan.getIdentifier().stream()
                        .anyMatch(name -> Instantiation.KEY.equals(name.getSystem()) && key.equals(name.getValue())))
                .findFirst();
    }

    /** An open plan of the same protocol in another version, for the same episode. */
    Optional<CarePlan> ofAnotherVersion(Protocol protocol, String condition) {
        return plans.stream()
                .filter(plan -> Replacement.isOpen(plan) && References.any(plan.getAddresses(), condition))
                .filter(plan -> plan.getInstantiatesCanonical().stream()
                        .anyMatch(canonical -> isAnotherVersion(canonical.getValue(), protocol)))
                .findFirst();
    }

    /** A plan that names no version may follow any. */
    private static boolean isAnotherVersion(String canonical, Protocol protocol) {
        String[] parts = canonical.split("\\|", 2);
        return parts[0].equals(protocol.definition().getUrl())
                && parts.length > 1
                && !parts[1].equals(protocol.version());
    }
}
