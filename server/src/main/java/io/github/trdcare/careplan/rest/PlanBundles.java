package io.github.trdcare.careplan.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Collects a stored plan with its goals, its activities and its origin. */
@Component
class PlanBundles {
    private static final List<Class<? extends Resource>> ACTIVITIES =
            List.of(ServiceRequest.class, MedicationRequest.class, Task.class);

    private final ResourceStore store;

    PlanBundles(ResourceStore store) {
        this.store = store;
    }

    Bundle collected(CarePlan plan, Chart chart, String server) {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        Stream<Resource> activities = plan.getActivity().stream()
                .map(activity -> References.of(activity.getReference()))
                .flatMap(reference -> ACTIVITIES.stream().map(type -> chart.find(type, reference)))
                .flatMap(Optional::stream);
        Stream.of(
                        Stream.of(plan),
                        References.of(plan.getGoal()).stream().flatMap(goal -> chart.find(Goal.class, goal).stream()),
                        activities,
                        store.find(Provenance.class, "target=" + References.to(plan)).stream())
                .flatMap(each -> each)
                .map(Resource.class::cast)
                .forEach(each -> bundle.addEntry().setResource(each).setFullUrl(server + "/" + References.to(each)));
        return bundle;
    }
}
