package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.hl7v2.Brought;
import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Versions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** SIU: appointments made here, and what becomes of them. */
final class Slots implements Told {
    private static final Set<String> SAID = Set.of("booked", "pending", "arrived", "fulfilled", "cancelled", "noshow");

    @Override
    public String code() {
        return "SIU";
    }

    @Override
    public boolean wants(Change change, Versions versions) {
        return change.type().equals("Appointment")
                && change.interaction() != Interaction.DELETE
                && versions.after().filter(this::isSaid).isPresent()
                && !Brought.by(versions);
    }

    private boolean isSaid(Resource resource) {
        Appointment slot = (Appointment) resource;
        return slot.getStatusElement().hasValue()
                && SAID.contains(slot.getStatus().toCode())
                && slot.getIdentifier().stream()
                        .noneMatch(each -> String.valueOf(each.getSystem()).startsWith(Ours.BASE + "/hl7v2/"))
                && References.of(patient(slot)).startsWith("Patient/");
    }

    @Override
    public Optional<Resource> earlier(Versions versions) {
        return versions.before().filter(this::isSaid).filter(before -> !Brought.is(before));
    }

    @Override
    public String type(News news) {
        Appointment slot = (Appointment) news.resource();
        String event =
                switch (slot.getStatus()) {
                    case CANCELLED -> "S15";
                    case NOSHOW -> "S26";
                    default -> news.earlier().isEmpty() ? "S12" : "S14";
                };
        return "SIU^" + event + "^SIU_S12";
    }

    @Override
    public Reference patient(Resource resource) {
        return ((Appointment) resource)
                .getParticipant().stream()
                        .map(AppointmentParticipantComponent::getActor)
                        .filter(actor -> References.of(actor).startsWith("Patient/"))
                        .findFirst()
                        .orElseGet(Reference::new);
    }

    @Override
    public Segments before(News news, Wording wording) {
        Appointment slot = (Appointment) news.resource();
        Line sch = new Line("SCH")
                .with(1, parts(slot.getIdElement().getIdPart(), "TRD-CARE"))
                .with(2, parts(slot.getIdElement().getIdPart(), "TRD-CARE"))
                .with(
                        25,
                        wording.backwards("appointment-status", slot.getStatus().toCode()));
        if (slot.getDescriptionElement().hasValue()) {
            sch.with(7, parts("", slot.getDescription()));
        }
        slot.getBasedOn().stream()
                .map(References::of)
                .filter(reference -> reference.startsWith("ServiceRequest/"))
                .findFirst()
                .ifPresent(order -> sch.with(26, parts(order.substring("ServiceRequest/".length()), "TRD-CARE")));
        return new Segments().add(sch);
    }

    @Override
    public Segments after(News news, Wording wording) {
        Appointment slot = (Appointment) news.resource();
        Line ais = new Line("AIS")
                .with(1, "1")
                .with(
                        3,
                        slot.hasServiceType()
                                ? wording.concept(slot.getServiceTypeFirstRep())
                                : parts("", "Appointment"));
        if (slot.getStartElement().hasValue()) {
            ais.with(4, Segments.time(slot.getStart().toInstant(), wording.zone()));
            if (slot.getEndElement().hasValue()) {
                long minutes = Duration.between(
                                slot.getStart().toInstant(), slot.getEnd().toInstant())
                        .toMinutes();
                ais.with(7, "" + minutes).with(8, "min");
            }
        }
        return new Segments().add(new Line("RGS").with(1, "1")).add(ais);
    }
}
