package io.github.trdcare;

import static io.github.trdcare.MessageSender.event;
import static io.github.trdcare.MessageSender.focus;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A referral that clinics move on by messages, which say no version. */
@ServerTest
@Tag("storage")
class ReferralMessageIT {
    private FhirHttp http;
    private MessageSender ehr;

    @BeforeEach
    void refer(@LocalServerPort int port) {
        http = new FhirHttp(port);
        ehr = new MessageSender(http);
        ehr.taken(ehr.referral(TaskStatus.REQUESTED));
    }

    @Test
    void aStatusMovesTheReferralOnAndLosesNothingOfIt() {
        Task before = referral();
        ehr.taken(status(TaskStatus.ACCEPTED, "Lakeside TMS clinic"));

        Task after = referral();
        assertThat(after.getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(after.getFocus().getReference()).isEqualTo(before.getFocus().getReference());
        assertThat(after.getFor().getReference()).isEqualTo(before.getFor().getReference());
        assertThat(ehr.found("Patient")).hasSize(1);
    }

    @Test
    void silenceAboutTheOwnerIsNoChangeOfHands() {
        ehr.taken(status(TaskStatus.ACCEPTED, "Lakeside TMS clinic"));
        ehr.taken(status(TaskStatus.INPROGRESS, null));

        assertThat(referral().getStatus()).isEqualTo(TaskStatus.INPROGRESS);
        assertThat(referral().getOwner().getDisplay()).isEqualTo("Lakeside TMS clinic");
        assertThat(referral().getMeta().getVersionId()).isEqualTo("3");
    }

    @Test
    void noMessageTakesAReferralFromItsOwner() {
        ehr.taken(status(TaskStatus.ACCEPTED, "Lakeside TMS clinic"));

        assertThat(ehr.refused(status(TaskStatus.ACCEPTED, "Hillside TMS clinic")))
                .contains("has an owner already", "If-Match", "Bundle.entry[1].resource.owner");
        assertThat(referral().getOwner().getDisplay()).isEqualTo("Lakeside TMS clinic");
        assertThat(referral().getMeta().getVersionId()).isEqualTo("2");
        assertThat(http.get("/messages/dead-letters").text()).contains(ehr.number());
    }

    @Test
    void ofClinicsThatClaimItAtOnceOneHasIt() throws Exception {
        List<String> answers = Together.all(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(i -> () ->
                        ehr.sent(status(TaskStatus.ACCEPTED, "Clinic " + i)).text())
                .toList());
        assertThat(answers)
                .filteredOn(answer -> !answer.contains("fatal-error"))
                .hasSize(1);
        assertThat(referral().getMeta().getVersionId()).isEqualTo("2");
    }

    private Task referral() {
        return (Task) ehr.found("Task").get(0);
    }

    /** As a clinic sends it: the Task and its patient, and nothing of what it was asked to do. */
    private Bundle status(TaskStatus status, String owner) {
        Bundle message = ehr.referral(status);
        Task task = (Task) message.getEntry().get(2).getResource();
        task.setFocus(null).setFor(null);
        if (owner != null) {
            task.setOwner(new Reference().setDisplay(owner));
        }
        message.getEntry().remove(1);
        event(message, "referral-status");
        focus(message, 1);
        return message;
    }
}
