package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.Episode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * Makes a plan of a protocol for one patient, episode and day; the same asked again is the same plan.
 *
 * @see <a href="https://trd-care.github.io/fhir/OperationDefinition/instantiate">the operation</a>
 */
public final class Instantiation {
    /** What names the one plan of a protocol, its version, a patient, an episode and a day. */
    public static final String KEY = Ours.BASE + "/sid/instantiation";

    private final InstantiationTable table;

    public Instantiation(Knowledge knowledge) {
        this.table = new InstantiationTable(knowledge);
    }

    public PlanDecision of(Protocol protocol, PlanRequest request) {
        return of(protocol, request, true);
    }

    /** What a first request would make, also where its plan stands already. */
    public PlanDecision preview(Protocol protocol, PlanRequest request) {
        return of(protocol, request, false);
    }

    private PlanDecision of(Protocol protocol, PlanRequest request, boolean once) {
        ProtocolInputs inputs = new ProtocolInputs(request.inputs());
        Optional<String> condition = request.condition().or(() -> lasting(request.chart()));
        List<Refusal> refusals = Stream.of(
                        ProtocolSteps.check(protocol).stream(),
                        inputs.check(ProtocolInput.of(protocol.definition()), table.inputs()).stream(),
                        unknown(inputs, request.chart()),
                        condition.isPresent() ? Stream.<Refusal>empty() : Stream.of(withoutEpisode()))
                .flatMap(each -> each)
                .toList();
        return refusals.isEmpty()
                ? decided(protocol, request, inputs, condition.orElseThrow(), once)
                : new PlanDecision.Refused(refusals);
    }

    private PlanDecision decided(
            Protocol protocol, PlanRequest request, ProtocolInputs inputs, String condition, boolean once) {
        Chart chart = request.chart();
        Optional<CarePlan> replaced =
                inputs.reference("replaces").flatMap(reference -> chart.find(CarePlan.class, reference));
        EarlierPlans earlier = new EarlierPlans(chart, replaced);
        String key = key(protocol, request, condition);
        Optional<CarePlan> standing = once ? earlier.standing(key) : Optional.empty();
        if (standing.isPresent()) {
            return new PlanDecision.Standing(References.to(standing.get()));
        }
        Optional<CarePlan> rival = earlier.ofAnotherVersion(protocol, condition);
        if (rival.isPresent()) {
            return new PlanDecision.Refused(List.of(anotherVersion(rival.get(), protocol)));
        }
        Optional<Replacement> replacement = replaced.map(plan -> new Replacement(plan, chart));
        List<String> orders = replacement.map(Replacement::orders).orElse(List.of());
        PlanFacts facts = new PlanFacts(protocol, request, inputs, table, condition, orders);
        return new PlanDecision.Planned(new PlanAssembly(facts, key).transaction(replacement));
    }

    private static String key(Protocol protocol, PlanRequest request, String condition) {
        return String.join(
                "|",
                protocol.definition().getUrl(),
                protocol.version(),
                request.patient(),
                condition,
                request.firstDay().toString());
    }

    private static Optional<String> lasting(Chart chart) {
        return Episode.of(chart).stream()
                .filter(episode -> episode.abatement().isEmpty())
                .reduce((earlier, later) -> later)
                .map(Episode::reference);
    }

    /** Of the inputs that must be records of this patient, those that are not. */
    private static Stream<Refusal> unknown(ProtocolInputs inputs, Chart chart) {
        return Stream.concat(
                inputs
                        .reference("replaces")
                        .filter(reference ->
                                chart.find(CarePlan.class, reference).isEmpty())
                        .map(reference -> unknown("replaces", reference))
                        .stream(),
                inputs
                        .reference("order")
                        .filter(reference ->
                                chart.find(ServiceRequest.class, reference).isEmpty())
                        .map(reference -> unknown("order", reference))
                        .stream());
    }

    private static Refusal unknown(String input, String reference) {
        return ProtocolInputs.refusal(
                "input-value",
                input,
                "The input " + input + " names " + reference + ", which is not in the patient's record",
                "a reference to one of this patient");
    }

    private static Refusal withoutEpisode() {
        return Refusal.content(
                "episode-missing",
                "Parameters.parameter.where(name = 'condition')",
                "The patient has no lasting episode (trd-condition), and no condition is named",
                "the parameter condition");
    }

    private static Refusal anotherVersion(CarePlan rival, Protocol protocol) {
        return Refusal.conflict(
                "other-version",
                "Parameters.parameter.where(name = 'input')",
                References.to(rival) + " is open under another version of "
                        + protocol.definition().getUrl(),
                "the input replaces with " + References.to(rival));
    }
}
