package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.Referrals;
import io.github.trdcare.careplan.Transitions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * Refuses a change of status that its life cycle does not know: of a plan, order, task or goal of ours, and of every
 * referral, whatever profile it claims.
 */
@Component
public class LifeCycleRule implements WriteRule {
    private static final Set<String> TYPES = Set.of("CarePlan", "ServiceRequest", "Goal");

    private final Transitions transitions;

    LifeCycleRule(Knowledge knowledge) {
        this.transitions = new Transitions(knowledge);
    }

    @Override
    public boolean concerns(Resource resource) {
        return resource instanceof Task || TYPES.contains(resource.fhirType()) && isOurs(resource);
    }

    private static boolean isOurs(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .anyMatch(profile -> profile.getValue().startsWith(Ours.BASE));
    }

    @Override
    public void apply(Written written) {
        Resource before = written.before();
        if (before != null && (isOurs(written.after()) || Referrals.isOne(before))) {
            written.refuse(transitions.check(lifeCycle(before), status(before), status(written.after())).stream()
                    .toList());
        }
    }

    /** By what it was: a referral does not get round its life cycle by another code. */
    private static String lifeCycle(Resource before) {
        return Referrals.isOne(before) ? Referrals.LIFE_CYCLE : before.fhirType();
    }

    private static String status(Resource resource) {
        Property status = resource.getNamedProperty(resource.fhirType().equals("Goal") ? "lifecycleStatus" : "status");
        return Optional.ofNullable(status).stream()
                .flatMap(property -> property.getValues().stream())
                .map(value -> value.primitiveValue())
                .findFirst()
                .orElse("");
    }
}
