package io.github.trdcare.careplan;

import io.github.trdcare.chart.Ours;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** Makes the order of a treatment that a protocol names, as a draft for the prescriber. */
final class OrderDraft {
    private static final String SESSIONS = Ours.definition("sessions-prescribed");
    private static final String PERTAINS_TO_GOAL = "http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal";

    private final PlanFacts facts;
    private final ActivityDefinition activity;
    private final ServiceRequest order = new ServiceRequest();

    private OrderDraft(PlanFacts facts, ActivityDefinition activity) {
        this.facts = facts;
        this.activity = activity;
    }

    static ServiceRequest of(ActivityDefinition activity, PlanFacts facts, Reference plan, List<Reference> goals) {
        OrderDraft draft = new OrderDraft(facts, activity);
        draft.describe();
        draft.count();
        draft.support();
        draft.order.addBasedOn(plan);
        goals.forEach(goal -> draft.order.addExtension(PERTAINS_TO_GOAL, goal.copy()));
        return draft.order;
    }

    private void describe() {
        if (activity.hasProfile()) {
            order.setMeta(PlanFacts.claiming(activity.getProfile()));
        }
        order.setStatus(ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(activity.getCode().copy())
                .setSubject(facts.patient())
                .setAuthoredOnElement(facts.written());
        order.getCode().setText(facts.protocol().definition().getTitle());
        order.addInstantiatesCanonical(facts.protocol().canonical());
        order.addReasonReference(facts.episode());
        facts.table()
                .category(activity.getCode())
                .ifPresent(category -> order.addCategory(PlanFacts.concept(category)));
        facts.strategy(activity.getCode()).ifPresent(order::addExtension);
        facts.author().ifPresent(order::setRequester);
        facts.organization().ifPresent(order::addPerformer);
        facts.replaced("ServiceRequest").forEach(order::addReplaces);
    }

    private void count() {
        Optional<Integer> sessions = facts.inputs().whole("sessions").or(this::published);
        sessions.ifPresent(number -> order.addExtension(new Extension(SESSIONS, new PositiveIntType(number))));
        Prescription.blocks(activity, facts).forEach(order::addExtension);
        TimingRepeatComponent repeat = new TimingRepeatComponent();
        repeat.getBoundsPeriod().setStartElement(facts.startDay());
        sessions.ifPresent(repeat::setCount);
        rhythm().ifPresent(perWeek -> setRhythm(repeat, perWeek));
        order.setOccurrence(new Timing().setRepeat(repeat));
    }

    private Optional<Integer> published() {
        return Optional.ofNullable(activity.getExtensionByUrl(SESSIONS))
                .map(extension -> ((IntegerType) extension.getValue()).getValue());
    }

    private Optional<BigDecimal> rhythm() {
        return facts.inputs().number("sessions-per-week").or(() -> order.getExtension().stream()
                .flatMap(block -> Optional.ofNullable(block.getExtensionByUrl("sessionsPerWeek")).stream())
                .map(part -> new BigDecimal(part.getValue().primitiveValue()))
                .findFirst());
    }

    /** As FHIR counts: so many times a week, or once in so many weeks. */
    private static void setRhythm(TimingRepeatComponent repeat, BigDecimal perWeek) {
        boolean whole = perWeek.stripTrailingZeros().scale() <= 0;
        repeat.setFrequency(whole ? perWeek.intValueExact() : 1)
                .setPeriod(whole ? BigDecimal.ONE : weeksBetween(perWeek))
                .setPeriodUnit(UnitsOfTime.WK);
    }

    private static BigDecimal weeksBetween(BigDecimal perWeek) {
        BigDecimal weeks =
                BigDecimal.ONE.divide(perWeek, 2, RoundingMode.HALF_UP).stripTrailingZeros();
        return weeks.scale() < 0 ? weeks.setScale(0) : weeks;
    }

    private void support() {
        ProtocolInputs inputs = facts.inputs();
        inputs.reference("device").ifPresent(device -> order.addSupportingInfo(new Reference(device)));
        inputs.reference("order").ifPresent(earlier -> order.addSupportingInfo(new Reference(earlier)));
        inputs.text("placement")
                .ifPresent(
                        placement -> order.addOrderDetail(new CodeableConcept(new Coding(Ours.TRD, placement, null))));
        inputs.text("authorisation").ifPresent(number -> order.addInsurance(authorisation(number)));
    }

    private static Reference authorisation(String number) {
        Reference authorisation = new Reference().setType("ClaimResponse").setDisplay("Authorisation " + number);
        authorisation.getIdentifier().setValue(number);
        return authorisation;
    }
}
