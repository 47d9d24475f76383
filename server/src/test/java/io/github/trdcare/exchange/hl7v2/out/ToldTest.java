package io.github.trdcare.exchange.hl7v2.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.trdcare.assessment.Scales;
import io.github.trdcare.exchange.hl7v2.out.SendingSettings.Destination;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Delivery;
import io.github.trdcare.exchange.outbox.Delivery.Status;
import io.github.trdcare.exchange.outbox.NotDeliveredException;
import io.github.trdcare.exchange.outbox.Subscriber.Progress;
import io.github.trdcare.exchange.outbox.Versions;
import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

/** Which changes are told, and as what. */
class ToldTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final Told SCORES = new Scores(Scales.read(KNOWLEDGE));
    private static final Told SLOTS = new Slots();
    private static final String MESSAGE = "https://trd-care.github.io/fhir/hl7v2/message/";

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

    @Test
    void whatAMessageBroughtIsToldToNobodyWhateverItsNumber() {
        assertThat(isTold(SLOTS, brought(slot(AppointmentStatus.BOOKED), 7))).isFalse();
        assertThat(isTold(SLOTS, slot(AppointmentStatus.BOOKED), brought(slot(AppointmentStatus.CANCELLED), 7)))
                .isFalse();
        assertThat(isTold(
                        SLOTS,
                        brought(slot(AppointmentStatus.BOOKED), 7),
                        brought(slot(AppointmentStatus.CANCELLED), 8)))
                .isFalse();
        assertThat(isTold(SCORES, brought(score(), 7))).isFalse();
        assertThat(isTold(SCORES, score())).isTrue();
    }

    @Test
    void whatIsChangedHereIsToldThoughAMessageBroughtItFirst() {
        assertThat(isTold(SLOTS, brought(slot(AppointmentStatus.BOOKED), 7), slot(AppointmentStatus.ARRIVED)))
                .isTrue();
        Appointment withItsSource = slot(AppointmentStatus.ARRIVED);
        withItsSource.getMeta().setSource(MESSAGE + "7#another-request");
        assertThat(isTold(SLOTS, brought(slot(AppointmentStatus.BOOKED), 7), withItsSource))
                .isTrue();
    }

    private static boolean isTold(Told kind, Resource... versions) {
        ToldVersions told = ToldVersions.of(versions);
        return kind.wants(told.change(), told.versions());
    }

    private static <R extends Resource> R brought(R resource, int message) {
        resource.getMeta().setSource(MESSAGE + message + "#request");
        return resource;
    }

    private static Appointment slot(AppointmentStatus status) {
        Appointment slot = new Appointment().setStatus(status);
        slot.addIdentifier().setSystem("urn:oid:1.2.3").setValue("A-1");
        slot.addParticipant().setActor(new Reference("Patient/1"));
        return slot;
    }

    private static Observation score() {
        Observation score = new Observation().setStatus(ObservationStatus.FINAL);
        score.getCode().addCoding().setSystem("http://loinc.org").setCode("44261-6");
        score.setSubject(new Reference("Patient/1"));
        return score.setValue(new Quantity().setValue(new BigDecimal(12)));
    }

    @Test
    void aScoreWithoutANumberIsNoneToTell() {
        Observation unitAlone = score();
        unitAlone.setValue(new Quantity().setUnit("points"));
        assertThat(isTold(SCORES, unitAlone)).isFalse();
    }

    @Test
    void aRecordThatCannotBeWordedIsGivenUpAndOneThatCannotBeReadIsNot() {
        assertThatThrownBy(() -> tell(new NullPointerException("a name")))
                .isInstanceOf(NotDeliveredException.class)
                .hasMessage("the record cannot be put in words");
        assertThatThrownBy(() -> tell(new IllegalStateException(new QueryTimeoutException("too slow"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void tell(RuntimeException failure) throws Exception {
        Told broken = new Broken(failure);
        ToldVersions told = ToldVersions.of(slot(AppointmentStatus.BOOKED));
        Receiver receiver = new Receiver(
                new Destination("EHR", "127.0.0.1", 1, "", List.of("SIU"), Duration.ofSeconds(1)),
                new SendingSettings(List.of(), "TRD-CARE", "", Map.of()),
                List.of(broken),
                told.store(),
                new Wording(KNOWLEDGE.document("hl7v2.yaml"), Map.of(), ZoneId.of("Europe/Berlin")));
        receiver.tell(
                List.of(new Delivery(1, told.change(), Instant.EPOCH, Status.PENDING)), new Progress("active", 1));
    }

    /** Wants what it cannot word. */
    private record Broken(RuntimeException failure) implements Told {

        @Override
        public String code() {
            return "SIU";
        }

        @Override
        public boolean wants(Change change, Versions versions) {
            return true;
        }

        @Override
        public String type(News news) {
            throw failure;
        }

        @Override
        public Reference patient(Resource resource) {
            return new Reference("Patient/1");
        }

        @Override
        public Segments after(News news, Wording wording) {
            return new Segments();
        }
    }
}
