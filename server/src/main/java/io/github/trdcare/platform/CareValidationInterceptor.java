package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.door.Written;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets {@code $validate} say what the rules of care would say to a write, and stores nothing. */
@Interceptor
@Component
class CareValidationInterceptor {
    private final CareRulesInterceptor rules;
    private final Charts charts;
    private final ResourceStore store;
    private final Clock clock;

    CareValidationInterceptor(CareRulesInterceptor rules, Charts charts, ResourceStore store, Clock clock) {
        this.rules = rules;
        this.charts = charts;
        this.store = store;
        this.clock = clock;
    }

    /** The answer of the validation against the profiles is ready. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void validated(RequestDetails request, IBaseResource answer) {
        if ("$validate".equals(request.getOperation())
                && answer instanceof OperationOutcome outcome
                && request.getResource() instanceof Resource sent) {
            asked(sent).ifPresent(resource -> add(outcome, rules.refusals(supposed(resource, request))));
        }
    }

    private static void add(OperationOutcome outcome, List<RefusedException> refusals) {
        if (!refusals.isEmpty()) {
            outcome.getIssue().removeIf(issue -> issue.getSeverity() == IssueSeverity.INFORMATION);
            refusals.forEach(refusal -> ((OperationOutcome) refusal.getOperationOutcome())
                    .getIssue()
                    .forEach(outcome::addIssue));
        }
    }

    /** The write as it would be, in the record as it would be after it. */
    private Written supposed(Resource sent, RequestDetails request) {
        Resource resource = sent.copy();
        String id = Optional.ofNullable(request.getId())
                .map(asked -> asked.getIdPart())
                .orElseGet(() -> resource.getIdElement().getIdPart());
        Resource before = id == null ? null : before(resource, id);
        resource.setId(resource.fhirType() + "/" + (id == null ? UUID.randomUUID() : id));
        return new Written(before, resource, clock.instant(), () -> chart(resource));
    }

    private @Nullable Resource before(Resource resource, String id) {
        return store.read(resource.getClass(), id).orElse(null);
    }

    private Chart chart(Resource resource) {
        Chart stored = charts.whole(Written.patient(resource).orElse(""));
        Resource newest = resource.copy();
        newest.getMeta().setLastUpdated(Date.from(stored.asOf()));
        List<Resource> all = new ArrayList<>(stored.all(Resource.class));
        all.add(newest);
        return Chart.of(all, stored.asOf(), stored.zone());
    }

    private static Optional<Resource> asked(Resource sent) {
        return sent instanceof Parameters parameters
                ? parameters.getParameter().stream()
                        .filter(each -> "resource".equals(each.getName()) && each.hasResource())
                        .map(ParametersParameterComponent::getResource)
                        .findFirst()
                : Optional.of(sent);
    }
}
