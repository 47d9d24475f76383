package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.Transitions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Refuses a change of status that the life cycle of a plan, order, task or goal of ours does not know. */
@Component
public class LifeCycleRule implements WriteRule {
    private static final Set<String> TYPES = Set.of("CarePlan", "ServiceRequest", "Task", "Goal");

    private final Transitions transitions;

    LifeCycleRule(Knowledge knowledge) {
        this.transitions = new Transitions(knowledge);
    }

    @Override
    public boolean concerns(Resource resource) {
        return TYPES.contains(resource.fhirType())
                && resource.getMeta().getProfile().stream()
                        .anyMatch(profile -> profile.getValue().startsWith(Ours.BASE));
    }

    @Override
    public void apply(Written written) {
        Resource before = written.before();
        if (before != null) {
            written.refuse(
                    transitions.check(written.after().fhirType(), status(before), status(written.after())).stream()
                            .toList());
        }
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
