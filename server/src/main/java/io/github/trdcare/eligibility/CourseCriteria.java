package io.github.trdcare.eligibility;

import io.github.trdcare.assessment.CourseSteps;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.References;
import io.github.trdcare.stimulation.Block;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.ServiceRequest;

/** What a policy asks of the course itself: how many sessions, and what an earlier course brought. */
final class CourseCriteria {
    private static final Set<String> THETA_BURST = Set.of("itbs", "ctbs");

    private final TmsRecord record;
    private final CoveragePolicy policy;
    private final StepOutcomes outcomes;
    private final List<Series> series;

    CourseCriteria(TmsRecord record, CoveragePolicy policy, StepOutcomes outcomes, List<Series> series) {
        this.record = record;
        this.policy = policy;
        this.outcomes = outcomes;
        this.series = series;
    }

    List<Criterion> all() {
        return Stream.of(
                        policy.maxSessions().map(most -> sessions("sessions", most, order -> true)),
                        policy.maxThetaBurstSessions()
                                .filter(most -> record.orders().stream().anyMatch(CourseCriteria::isThetaBurst))
                                .map(most -> sessions("theta-burst-sessions", most, CourseCriteria::isThetaBurst)),
                        policy.retreatmentMinPercent().flatMap(this::retreatment))
                .flatMap(Optional::stream)
                .toList();
    }

    private Criterion sessions(String id, int most, Predicate<ServiceRequest> wanted) {
        List<ServiceRequest> orders = record.orders().stream()
                .filter(wanted.and(
                        order -> Extensions.whole(order, "sessions-prescribed").isPresent()))
                .toList();
        Optional<Integer> largest = orders.stream()
                .flatMap(order -> Extensions.whole(order, "sessions-prescribed").stream())
                .max(Integer::compareTo);
        List<String> proof = orders.stream().map(References::to).toList();
        return largest.map(count -> {
                    String text = count + " sessions are ordered; the policy covers " + most;
                    return count <= most ? Criterion.met(id, text, proof) : Criterion.notMet(id, text, proof);
                })
                .orElseGet(() -> Criterion.missing(id, "No order says how many sessions"));
    }

    private static boolean isThetaBurst(ServiceRequest order) {
        return Block.prescribed(order).stream()
                .anyMatch(block ->
                        block.code("pattern").filter(THETA_BURST::contains).isPresent());
    }

    /** Asked only where an earlier course has ended: the latest of them must have brought enough. */
    private Optional<Criterion> retreatment(BigDecimal minPercent) {
        return record.endedCourses().stream().reduce((earlier, later) -> later).map(course -> {
            List<String> proof = List.of(References.to(course));
            return helped(course, minPercent)
                    .map(enough -> enough
                            ? Criterion.met("retreatment", "The earlier course brought enough", proof)
                            : Criterion.notMet("retreatment", "The earlier course brought too little", proof))
                    .orElseGet(
                            () -> Criterion.missing("retreatment", "What the earlier course brought is not on record"));
        });
    }

    private Optional<Boolean> helped(Procedure course, BigDecimal minPercent) {
        return TmsRecord.outcome(course)
                .map(code -> code.equals("response") || code.equals("remission"))
                .or(() -> CourseSteps.step(record.chart(), course)
                        .flatMap(step -> outcomes.deciding(step, series))
                        .flatMap(StepOutcome::changePercent)
                        .map(fall -> fall.compareTo(minPercent) > 0));
    }
}
