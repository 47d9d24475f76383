package io.github.trdcare.careplan;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Refusal;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.jspecify.annotations.Nullable;

/** What a referral, a Task that hands a patient or an order over, must say in the state that it claims. */
public final class Referrals {
    public static final String LIFE_CYCLE = "Referral";
    private static final String CODE = "referral";
    private static final Set<ServiceRequestStatus> DEAD =
            Set.of(ServiceRequestStatus.REVOKED, ServiceRequestStatus.ENTEREDINERROR);

    private final Row rules;

    public Referrals(Knowledge knowledge) {
        this.rules = knowledge
                .document("transitions.yaml")
                .row("referral")
                .only("owners", "owned", "reasoned", "results", "live");
    }

    public static boolean isOne(Resource resource) {
        return resource instanceof Task task && Coded.isOurs(task.getCode(), Ours.TRD, "referral");
    }

    /** Whether a referral passes from one hand to another: is claimed, passed on or given back. */
    public static boolean handsOver(Task before, Task after) {
        return !named(before.getOwner()).equals(named(after.getOwner()));
    }

    /** Words say who it is only where nothing else does. */
    private static List<String> named(Reference owner) {
        return List.of(
                References.of(owner),
                owner.getIdentifier().getSystem() + "|" + owner.getIdentifier().getValue(),
                owner.hasReference() || owner.hasIdentifier() ? "" : String.valueOf(owner.getDisplay()));
    }

    /** The orders that it hands over, as in {@code ServiceRequest/1}. */
    public static Set<String> orders(Task referral) {
        return local(Stream.concat(Stream.of(referral.getFocus()), referral.getBasedOn().stream()))
                .filter(reference -> reference.startsWith("ServiceRequest/"))
                .collect(Collectors.toSet());
    }

    private static Stream<String> local(Stream<Reference> references) {
        return references
                .filter(reference -> !reference.getReferenceElement().isAbsolute())
                .map(References::of);
    }

    /**
     * What is wrong with it.
     *
     * @param orders those that {@link #orders} names, as they are stored
     */
    public List<Refusal> check(@Nullable Task before, Task after, List<ServiceRequest> orders) {
        List<Refusal> refusals = new ArrayList<>();
        String status = String.valueOf(after.getStatusElement().primitiveValue());
        if (rules.texts("reasoned").contains(status) && !after.hasStatusReason()) {
            refusals.add(content("Task.statusReason", "A referral that is " + status + " says why", "a reason"));
        }
        if (rules.texts("owned").contains(status) && !after.hasOwner()) {
            refusals.add(content("Task.owner", "A referral that is " + status + " has an owner", owners()));
        }
        String owner = after.getOwner().getReferenceElement().getResourceType();
        if (owner != null && !rules.texts("owners").contains(owner)) {
            refusals.add(content("Task.owner", "A " + owner + " cannot own a referral", owners()));
        }
        boolean reached = before == null || before.getStatus() != after.getStatus();
        boolean revives = reached && rules.texts("live").contains(status);
        orders.forEach(order -> refusals.addAll(ofOrder(after, order, revives)));
        if (status.equals("completed") && !orders(after).isEmpty() && !hasResult(after)) {
            refusals.add(content(
                    "Task.output",
                    "A completed referral of an order refers to what came of it",
                    "an output whose valueReference is a " + String.join(" or a ", rules.texts("results"))));
        }
        return refusals;
    }

    private static List<Refusal> ofOrder(Task referral, ServiceRequest order, boolean revives) {
        List<Refusal> refusals = new ArrayList<>();
        String place = References.to(order).equals(References.of(referral.getFocus())) ? "Task.focus" : "Task.basedOn";
        String patient = References.of(order.getSubject());
        if (!referral.hasFor()) {
            refusals.add(content("Task.for", "A referral of an order says whom it is for", patient));
        } else if (!patient.equals(References.of(referral.getFor()))) {
            refusals.add(content(
                    place,
                    References.to(order) + " is not about the patient of the referral",
                    "an order for " + References.of(referral.getFor())));
        }
        if (revives && order.getStatus() != null && DEAD.contains(order.getStatus())) {
            refusals.add(Refusal.conflict(
                    CODE,
                    "Task.status",
                    References.to(order) + " is " + order.getStatus().toCode() + ": nobody takes up a referral of it",
                    "cancelled or rejected, or a referral of the order that replaces it"));
        }
        return refusals;
    }

    private boolean hasResult(Task referral) {
        return local(referral.getOutput().stream()
                        .map(TaskOutputComponent::getValue)
                        .filter(Reference.class::isInstance)
                        .map(Reference.class::cast))
                .anyMatch(reference -> rules.texts("results").contains(reference.replaceFirst("/.*", "")));
    }

    private String owners() {
        return String.join(", ", rules.texts("owners"));
    }

    private static Refusal content(String place, String text, String right) {
        return Refusal.content(CODE, place, text, right);
    }
}
