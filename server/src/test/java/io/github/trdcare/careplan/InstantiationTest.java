package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.PatientText;
import io.github.trdcare.ShippedProtocol;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantiationTest {
    private static final Instantiation INSTANTIATION = new Instantiation(PatientText.KNOWLEDGE);
    private static final String DEVICE = "device=Device/stimulator";

    private final List<Resource> record = new ArrayList<>(PatientText.resources(List.of(
            "born 1980", "episode 2024-01-01..2024-06-01 id=old", "episode 2026-01-01 id=new", "order 36 id=earlier")));

    @ParameterizedTest
    @CsvSource({
        "tms-10hz-left, device=Device/d, 1, 1, 0, 4",
        "tms-10hz-left-short, device=Device/d, 1, 1, 0, 4",
        "tms-itbs-left, device=Device/d intensity=110 authorisation=A-1, 1, 1, 0, 4",
        "tms-deep-h1, device=Device/d intensity=120, 1, 1, 0, 4",
        "tms-saint, device=Device/d depth-factor=1.2, 1, 1, 0, 4",
        "tms-1hz-right, device=Device/d sessions=30 intensity=110 pulses=360, 1, 1, 0, 4",
        "tms-sequential-bilateral, device=Device/d sessions=24 sessions-per-week=5, 1, 1, 0, 4",
        "tms-maintenance, device=Device/d sessions=12 order=ServiceRequest/earlier sessions-per-week=0.5, 1, 1, 0, 4",
        "esketamine-induction, dose=56mg doses-per-week=2 weeks=4, 1, 0, 1, 2",
        "ect-course, sessions=12 placement=right-unilateral, 1, 1, 0, 2",
        "cbt-course, sessions=16, 1, 1, 0, 1",
        "ipt-course, sessions=12, 1, 1, 0, 1",
        "lifestyle-programme, '', 10, 0, 0, 1",
        "trd-pathway, '', 1, 0, 0, 7",
    })
    void everyShippedProtocolBecomesAPlanOfItsParts(
            String protocol, String inputs, int goals, int orders, int drugs, int tasks) {
        Bundle plan = planned(protocol, inputs);

        assertThat(all(plan, CarePlan.class)).hasSize(1);
        assertThat(all(plan, Goal.class)).hasSize(goals);
        assertThat(all(plan, ServiceRequest.class)).hasSize(orders);
        assertThat(all(plan, MedicationRequest.class)).hasSize(drugs);
        assertThat(all(plan, Task.class)).hasSize(tasks);
        assertThat(all(plan, Provenance.class)).hasSize(1);
        assertThat(plan.getEntry()).allMatch(entry -> entry.getFullUrl().startsWith("urn:uuid:"));
        assertThat(plan.getEntry().stream().map(BundleEntryComponent::getFullUrl))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsMadeWaitsForThePrescriber() {
        Bundle plan = planned("tms-10hz-left", DEVICE);

        assertThat(all(plan, CarePlan.class).get(0).getStatus()).isEqualTo(CarePlanStatus.DRAFT);
        assertThat(all(plan, ServiceRequest.class).get(0).getStatus().toCode()).isEqualTo("draft");
        assertThat(all(plan, Task.class))
                .allMatch(task -> task.getStatus().toCode().equals("draft"));
        assertThat(all(plan, Goal.class))
                .allMatch(goal -> goal.getLifecycleStatus().toCode().equals("proposed"));
    }

    @Test
    void thePlanIsOfTheEpisodeThatLasts() {
        CarePlan plan = all(planned("tms-10hz-left", DEVICE), CarePlan.class).get(0);

        assertThat(References.of(plan.getAddresses())).containsExactly("Condition/new");
        assertThat(plan.getIdentifierFirstRep().getValue())
                .isEqualTo(
                        "https://trd-care.github.io/fhir/PlanDefinition/tms-10hz-left|0.1.0|Patient/p|Condition/new|2026-06-01");
    }

    @ParameterizedTest
    @CsvSource({
        "tms-10hz-left, '', 36, intensityPctMT, 120",
        "tms-10hz-left, intensity=100 sessions=30, 30, intensityPctMT, 100",
        "tms-10hz-left, sessions=30, 30, sessions, 30",
        "tms-saint, depth-factor=1.3, 50, depthFactor, 1.3",
        "tms-1hz-right, sessions=20 intensity=110 pulses=360, 20, pulsesTotal, 360",
        "tms-1hz-right, sessions=20 intensity=110 pulses=360, 20, pulseRateHz, 1",
        "tms-sequential-bilateral, sessions=24 sessions-per-week=5, 24, sessionsPerWeek, 5",
        "tms-maintenance, sessions=12 order=ServiceRequest/earlier sessions-per-week=1, 12, sessionsPerWeek, 1",
    })
    void theOrderSaysWhatTheProtocolOrTheInputSays(
            String protocol, String inputs, String sessions, String part, String value) {
        ServiceRequest order = all(planned(protocol, DEVICE + " " + inputs), ServiceRequest.class)
                .get(0);

        assertThat(order.getExtensionsByUrl("https://trd-care.github.io/fhir/StructureDefinition/sessions-prescribed"))
                .hasSize(1)
                .allMatch(extension -> extension.getValue().primitiveValue().equals(sessions));
        assertThat(order.getExtensionsByUrl("https://trd-care.github.io/fhir/StructureDefinition/tms-prescription"))
                .isNotEmpty()
                .allMatch(block -> block.getExtensionByUrl(part)
                        .getValue()
                        .primitiveValue()
                        .equals(value));
    }

    @Test
    void aRhythmBelowOnceAWeekStandsInTheTimingAlone() {
        ServiceRequest order = all(
                        planned(
                                "tms-maintenance",
                                DEVICE + " sessions=6 order=ServiceRequest/earlier sessions-per-week=0.5"),
                        ServiceRequest.class)
                .get(0);

        assertThat(order.getOccurrenceTiming().getRepeat().getFrequency()).isEqualTo(1);
        assertThat(order.getOccurrenceTiming().getRepeat().getPeriod()).isEqualByComparingTo("2");
        assertThat(text(order)).doesNotContain("sessionsPerWeek").contains("maintenance");
    }

    @Test
    void aDrugIsOrderedAsTheInputsSay() {
        MedicationRequest order = all(
                        planned("esketamine-induction", "dose=56mg doses-per-week=2 weeks=4"), MedicationRequest.class)
                .get(0);

        assertThat(text(order))
                .contains("\"value\":56", "\"frequency\":2", "\"end\":\"2026-06-28\"", "\"code\":\"2119365\"");
    }

    @ParameterizedTest
    @CsvSource({
        "tms-10hz-left, '', input-missing, device",
        "tms-10hz-left, device=ServiceRequest/x, input-value, device",
        "tms-10hz-left, device=Device/d colour=red, input-unknown, colour",
        "tms-10hz-left, device=Device/d replaces=CarePlan/nowhere, input-value, replaces",
        "tms-1hz-right, device=Device/d sessions=30 intensity=110, input-missing, pulses",
        "tms-deep-h1, device=Device/d, input-missing, intensity",
        "tms-maintenance, device=Device/d sessions=3 order=ServiceRequest/nowhere sessions-per-week=1, input-value, order",
        "esketamine-induction, dose=56mL doses-per-week=2 weeks=4, input-value, dose",
        "ect-course, sessions=12 placement=sideways, input-value, placement",
    })
    void anInputThatDoesNotFitIsNamed(String protocol, String inputs, String code, String name) {
        List<Refusal> refusals = refused(protocol, inputs);

        assertThat(refusals).hasSize(1);
        assertThat(refusals.get(0).code()).isEqualTo(code);
        assertThat(refusals.get(0).kind()).isEqualTo(Refusal.Kind.CONTENT);
        assertThat(refusals.get(0).text() + refusals.get(0).expression()).contains(name);
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        PlanRequest request = request("tms-10hz-left", DEVICE);
        request.inputs().put("sessions", new org.hl7.fhir.r4.model.StringType("many"));
        request.inputs().put("intensity", new org.hl7.fhir.r4.model.DecimalType("-1"));

        PlanDecision decision = INSTANTIATION.of(ShippedProtocol.named("tms-10hz-left"), request);

        assertThat(((PlanDecision.Refused) decision).refusals())
                .extracting(Refusal::code)
                .containsExactly("input-type", "input-type");
    }

    @Test
    void withoutAnEpisodeNothingIsPlanned() {
        record.removeIf(resource -> resource.fhirType().equals("Condition"));

        assertThat(refused("cbt-course", "sessions=10"))
                .extracting(Refusal::code)
                .containsExactly("episode-missing");
    }

    @Test
    void theSameAskedAgainIsTheSamePlan() {
        store("tms-10hz-left", "one");

        assertThat(decided("tms-10hz-left", DEVICE)).isEqualTo(new PlanDecision.Standing("CarePlan/one"));
        assertThat(INSTANTIATION.preview(ShippedProtocol.named("tms-10hz-left"), request("tms-10hz-left", DEVICE)))
                .isInstanceOf(PlanDecision.Planned.class);
    }

    @ParameterizedTest
    @CsvSource({"REVOKED, true", "ENTEREDINERROR, true", "DRAFT, false", "ACTIVE, false", "COMPLETED, false"})
    void onlyARevokedOrMistakenPlanFreesItsKey(CarePlanStatus status, boolean free) {
        store("tms-10hz-left", "one").setStatus(status);

        assertThat(decided("tms-10hz-left", DEVICE) instanceof PlanDecision.Planned)
                .isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource({"ACTIVE, 0.0.9, true", "ONHOLD, 0.0.9, true", "COMPLETED, 0.0.9, false", "ACTIVE, 0.1.0, false"})
    void anOpenPlanOfAnotherVersionIsAConflict(CarePlanStatus status, String version, boolean conflict) {
        CarePlan plan = store("tms-10hz-left", "one").setStatus(status);
        plan.getIdentifier().clear();
        plan.getInstantiatesCanonical()
                .get(0)
                .setValue("https://trd-care.github.io/fhir/PlanDefinition/tms-10hz-left|" + version);

        PlanDecision decision = decided("tms-10hz-left", DEVICE);

        assertThat(decision instanceof PlanDecision.Refused refused
                        && refused.refusals().get(0).kind() == Refusal.Kind.CONFLICT)
                .isEqualTo(conflict);
        assertThat(planned("tms-10hz-left", DEVICE + " replaces=CarePlan/one").getEntry())
                .isNotEmpty();
    }

    @Test
    void aReplacedPlanIsRevokedWithItsOpenOrders() {
        store("tms-10hz-left", "one").setStatus(CarePlanStatus.ACTIVE);

        Bundle transaction = planned("tms-itbs-left", DEVICE + " replaces=CarePlan/one");

        List<Resource> changed = transaction.getEntry().stream()
                .filter(entry -> entry.getRequest().hasIfMatch())
                .map(BundleEntryComponent::getResource)
                .toList();
        assertThat(changed).hasSize(2);
        assertThat(((CarePlan) changed.get(0)).getStatus()).isEqualTo(CarePlanStatus.REVOKED);
        assertThat(((CarePlan) changed.get(0)).getPeriod().getEndElement().getValueAsString())
                .isEqualTo("2026-06-01");
        assertThat(text(changed.get(1)))
                .contains(
                        "\"status\":\"revoked\"",
                        "request-statusReason",
                        "Replaced by the plan TMS: Theta burst, left");
        assertThat(References.of(all(transaction, ServiceRequest.class).get(0).getReplaces()))
                .containsExactly(References.to(changed.get(1)));
        assertThat(References.of(all(transaction, CarePlan.class).get(0).getReplaces()))
                .containsExactly("CarePlan/one");
    }

    @Test
    void aCompletedPlanIsFollowedAndStaysCompleted() {
        store("tms-10hz-left", "one").setStatus(CarePlanStatus.COMPLETED);

        Bundle transaction = planned("tms-itbs-left", DEVICE + " replaces=CarePlan/one");

        assertThat(transaction.getEntry()).noneMatch(entry -> entry.getRequest().hasIfMatch());
        assertThat(References.of(all(transaction, CarePlan.class).get(0).getReplaces()))
                .containsExactly("CarePlan/one");
    }

    /** Puts a plan on record as if it had been stored. */
    private CarePlan store(String protocol, String id) {
        Bundle plan = planned(protocol, DEVICE);
        ServiceRequest order = all(plan, ServiceRequest.class).get(0);
        order.setId("ServiceRequest/order-of-" + id);
        order.getMeta().setVersionId("1");
        CarePlan stored = all(plan, CarePlan.class).get(0);
        stored.setId("CarePlan/" + id);
        stored.getMeta().setVersionId("1");
        stored.getActivity().clear();
        stored.addActivity().setReference(new Reference(References.to(order)));
        record.addAll(List.of(stored, order));
        return stored;
    }

    private Bundle planned(String protocol, String inputs) {
        return ((PlanDecision.Planned) decided(protocol, inputs)).transaction();
    }

    private List<Refusal> refused(String protocol, String inputs) {
        return ((PlanDecision.Refused) decided(protocol, inputs)).refusals();
    }

    private PlanDecision decided(String protocol, String inputs) {
        return INSTANTIATION.of(ShippedProtocol.named(protocol), request(protocol, inputs));
    }

    private PlanRequest request(String protocol, String inputs) {
        Chart chart = PatientText.chartOf(record, "2026-06-01");
        return new PlanRequest(
                chart,
                "Patient/p",
                Optional.empty(),
                Optional.of(LocalDate.parse("2026-06-01")),
                Optional.of("Practitioner/dr"),
                Optional.of("Organization/clinic"),
                ShippedProtocol.inputs(protocol, inputs));
    }

    private static <R extends Resource> List<R> all(Bundle bundle, Class<R> type) {
        return bundle.getEntry().stream()
                .filter(entry -> !entry.getRequest().hasIfMatch())
                .map(BundleEntryComponent::getResource)
                .flatMap(resource -> type.isInstance(resource) ? Stream.of(type.cast(resource)) : Stream.empty())
                .toList();
    }

    private static String text(Resource resource) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
    }
}
