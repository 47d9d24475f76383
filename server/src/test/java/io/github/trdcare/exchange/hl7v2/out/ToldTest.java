package io.github.trdcare.exchange.hl7v2.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.knowledge.Knowledge;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** Which changes are told, and as what. */
class ToldTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final Told SLOTS = new Slots();

    @Test
    void aPlanThatWasADraftIsNewWhenItBecomesActive() {
        Told plans =
                new Plans(KNOWLEDGE, ToldVersions.of(plan(CarePlanStatus.DRAFT)).store(), "");
        ToldVersions first = ToldVersions.of(plan(CarePlanStatus.DRAFT), plan(CarePlanStatus.ACTIVE));
        assertThat(plans.type(first.news(plans))).startsWith("MDM^T02");
        ToldVersions later = ToldVersions.of(plan(CarePlanStatus.ACTIVE), plan(CarePlanStatus.COMPLETED));
        assertThat(plans.type(later.news(plans))).startsWith("MDM^T10");
        assertThat(later.news(plans).earlier()).containsSame(later.all().get(0));
    }

    private static CarePlan plan(CarePlanStatus status) {
        return new CarePlan().setStatus(status);
    }

    @Test
    void anAppointmentThatWasProposedIsNewWhenItIsBooked() {
        assertThat(event(slot(AppointmentStatus.PROPOSED), slot(AppointmentStatus.BOOKED)))
                .isEqualTo("SIU^S12^SIU_S12");
        assertThat(event(slot(AppointmentStatus.BOOKED), slot(AppointmentStatus.ARRIVED)))
                .isEqualTo("SIU^S14^SIU_S12");
    }

    private static String event(Resource... versions) {
        return SLOTS.type(ToldVersions.of(versions).news(SLOTS));
    }

    private static Appointment slot(AppointmentStatus status) {
        Appointment slot = new Appointment().setStatus(status);
        slot.addIdentifier().setSystem("urn:oid:1.2.3").setValue("A-1");
        slot.addParticipant().setActor(new Reference("Patient/1"));
        return slot;
    }
}
