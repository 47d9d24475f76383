package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/**
 * The plan that a new one takes over from: still open, it is revoked together with its open orders; ended, it stays as it
 * ended.
 */
final class Replacement {
    private static final String STATUS_REASON = "http://hl7.org/fhir/StructureDefinition/request-statusReason";
    private static final Set<CarePlanStatus> OPEN_PLANS =
            EnumSet.of(CarePlanStatus.DRAFT, CarePlanStatus.ACTIVE, CarePlanStatus.ONHOLD);
    private static final Set<ServiceRequestStatus> OPEN_ORDERS =
            EnumSet.of(ServiceRequestStatus.DRAFT, ServiceRequestStatus.ACTIVE, ServiceRequestStatus.ONHOLD);
    private static final Set<MedicationRequestStatus> OPEN_DRUGS =
            EnumSet.of(MedicationRequestStatus.DRAFT, MedicationRequestStatus.ACTIVE, MedicationRequestStatus.ONHOLD);

    private final CarePlan plan;
    private final List<ServiceRequest> orders;
    private final List<MedicationRequest> drugs;

    Replacement(CarePlan plan, Chart chart) {
        this.plan = plan;
        this.orders = chart.all(ServiceRequest.class).stream()
                .filter(order ->
                        OPEN_ORDERS.contains(order.getStatus()) && belongs(order, References.of(order.getBasedOn())))
                .toList();
        this.drugs = chart.all(MedicationRequest.class).stream()
                .filter(order ->
                        OPEN_DRUGS.contains(order.getStatus()) && belongs(order, References.of(order.getBasedOn())))
                .toList();
    }

    static boolean isOpen(CarePlan plan) {
        return OPEN_PLANS.contains(plan.getStatus());
    }

    Reference plan() {
        return new Reference(References.to(plan));
    }

    /** The orders that new ones take the place of. */
    List<String> orders() {
        return isOpen(plan)
                ? Stream.concat(orders.stream(), drugs.stream())
                        .map(References::to)
                        .toList()
                : List.of();
    }

    /** What changes in the record, as copies. */
    List<Resource> changes(LocalDate today, String reason) {
        if (!isOpen(plan)) {
            return List.of();
        }
        CodeableConcept why = new CodeableConcept().setText(reason);
        return Stream.of(
                        Stream.of(revoked(today)),
                        orders.stream().map(order -> revoked(order, why)),
                        drugs.stream().map(drug -> ended(drug, why)))
                .flatMap(changed -> changed)
                .map(Resource.class::cast)
                .toList();
    }

    private CarePlan revoked(LocalDate today) {
        CarePlan revoked = plan.copy().setStatus(CarePlanStatus.REVOKED);
        String start = plan.getPeriod().getStartElement().getValueAsString();
        boolean ahead = start != null && start.compareTo(today.toString()) > 0;
        revoked.getPeriod().setEndElement(new DateTimeType(ahead ? start : today.toString()));
        return revoked;
    }

    private static ServiceRequest revoked(ServiceRequest order, CodeableConcept why) {
        ServiceRequest revoked = order.copy().setStatus(ServiceRequestStatus.REVOKED);
        revoked.getExtension().removeIf(extension -> STATUS_REASON.equals(extension.getUrl()));
        revoked.addExtension(STATUS_REASON, why.copy());
        return revoked;
    }

    /** A drug that was never given is cancelled, one under way is stopped. */
    private static MedicationRequest ended(MedicationRequest order, CodeableConcept why) {
        boolean begun = order.getStatus() != MedicationRequestStatus.DRAFT;
        return order.copy()
                .setStatus(begun ? MedicationRequestStatus.STOPPED : MedicationRequestStatus.CANCELLED)
                .setStatusReason(why.copy());
    }

    private boolean belongs(Resource order, List<String> basedOn) {
        List<String> activities = plan.getActivity().stream()
                .map(activity -> References.of(activity.getReference()))
                .toList();
        return activities.contains(References.to(order))
                || basedOn.contains(References.to(plan))
                || basedOn.stream().anyMatch(activities::contains);
    }
}
