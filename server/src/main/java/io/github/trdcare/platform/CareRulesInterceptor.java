package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import io.github.trdcare.assessment.rest.ScoreRule;
import io.github.trdcare.careplan.rest.LifeCycleRule;
import io.github.trdcare.careplan.rest.ReferralRule;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.exchange.outbox.SubscriptionRule;
import io.github.trdcare.safety.rest.GateRule;
import io.github.trdcare.safety.rest.SafetyReactions;
import io.github.trdcare.stimulation.CourseTotals;
import io.github.trdcare.stimulation.rest.SessionRule;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks the rules of care about every write, when all of its transaction is stored and nothing is committed: first whether
 * the record can be, then whether the treatment may be, then what follows from it. The stories that we ship, and what the
 * rules themselves write, are not asked about.
 */
@Interceptor
@Component
class CareRulesInterceptor {
    private static final String CHART = "trd-chart-of-";

    private final List<WriteRule> refusing;
    private final List<WriteRule> rules;
    private final Charts charts;
    private final Clock clock;

    CareRulesInterceptor(
            LifeCycleRule lifeCycle,
            ReferralRule referral,
            ScoreRule score,
            SessionRule session,
            GateRule gate,
            SafetyReactions reactions,
            SubscriptionRule subscription,
            Charts charts,
            Clock clock) {
        this.refusing = List.of(lifeCycle, referral, score, session, gate, subscription);
        this.rules = Stream.concat(refusing.stream(), Stream.of(reactions)).toList();
        this.charts = charts;
        this.clock = clock;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource, RequestDetails request, TransactionDetails transaction) {
        judge(null, (Resource) resource, request, transaction);
    }

    /** A changed resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(
            IBaseResource before, IBaseResource after, RequestDetails request, TransactionDetails transaction) {
        judge((Resource) before, (Resource) after, request, transaction);
    }

    /** Before a course that ends is saved, so that its totals are part of the version that ends it. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void ending(IBaseResource before, IBaseResource after, RequestDetails request) {
        if (after instanceof Procedure course
                && !exempt(request)
                && CourseTotals.ends((Procedure) before, course)
                && Written.patient(course).isPresent()) {
            CourseTotals.write(course, charts.whole(Written.patient(course).get()));
        }
    }

    /** What each rule has against a write that nobody stores. */
    List<RefusedException> refusals(Written supposed) {
        return refusing.stream()
                .filter(rule -> rule.concerns(supposed.after()))
                .flatMap(rule -> refusal(rule, supposed).stream())
                .toList();
    }

    private static Optional<RefusedException> refusal(WriteRule rule, Written supposed) {
        try {
            rule.apply(supposed);
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(refused);
        }
    }

    private void judge(
            @Nullable Resource before,
            Resource after,
            @Nullable RequestDetails request,
            TransactionDetails transaction) {
        if (exempt(request) || rules.stream().noneMatch(rule -> rule.concerns(after))) {
            return;
        }
        Written written = new Written(before, after, clock.instant(), () -> chart(after, transaction));
        rules.stream().filter(rule -> rule.concerns(after)).forEach(rule -> rule.apply(written));
    }

    /** Once a transaction and patient, however many sessions it brings. */
    private Chart chart(Resource resource, TransactionDetails transaction) {
        String patient = Written.patient(resource).orElse("");
        return transaction.getOrCreateUserData(CHART + patient, () -> charts.whole(patient));
    }

    private static boolean exempt(@Nullable RequestDetails request) {
        return request != null
                && (request.getUserData().containsKey(ResourceStore.VALIDATED)
                        || request.getUserData().containsKey(ResourceStore.REACTION)
                        || request.getUserData().containsKey(ResourceStore.MOVED));
    }
}
