package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a referral must say in each state. */
class ReferralsTest {
    private static final Referrals REFERRALS = new Referrals(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        "requested, , ",
        "received, , ",
        "cancelled, , ",
        "accepted, , Task.owner",
        "failed, , Task.owner",
        "accepted, Organization/1, ",
        "accepted, Patient/1, Task.owner",
        "requested, Device/1, Task.owner",
        "rejected, , Task.statusReason",
        "failed, PractitionerRole/1, ",
        "completed, PractitionerRole/1, Task.output",
    })
    void eachStateHasItsNeeds(String status, String owner, String place) {
        Task referral = referral(status);
        if (owner != null) {
            referral.setOwner(new Reference(owner));
        }
        assertThat(REFERRALS.check(null, referral, List.of(order(ServiceRequestStatus.ACTIVE))))
                .extracting(Refusal::expression)
                .isEqualTo(place == null ? List.of() : List.of(place));
    }

    @Test
    void aReferralWithoutAnOrderNeedsNoResult() {
        Task referral = referral("completed").setOwner(new Reference("Organization/1"));
        referral.setFocus(new Reference("Condition/1"));
        assertThat(REFERRALS.check(null, referral, List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Procedure/1, true", "DocumentReference/1, true", "Observation/1, false"})
    void whatCameOfItIsAProcedureOrADocument(String result, boolean enough) {
        Task referral = referral("completed").setOwner(new Reference("Organization/1"));
        referral.addOutput().setValue(new Reference(result));
        assertThat(REFERRALS
                        .check(null, referral, List.of(order(ServiceRequestStatus.COMPLETED)))
                        .isEmpty())
                .isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"requested, received, 409", "received, cancelled, 0", "in-progress, in-progress, 0"})
    void nobodyTakesUpWhatWasRevoked(String from, String to, int status) {
        Task before = referral(from).setOwner(new Reference("Organization/1"));
        Task after = referral(to).setOwner(new Reference("Organization/1"));
        assertThat(REFERRALS.check(before, after, List.of(order(ServiceRequestStatus.REVOKED))).stream()
                        .mapToInt(refusal -> refusal.kind().status())
                        .sum())
                .isEqualTo(status);
    }

    @Test
    void anOrderOfAnotherPatientIsRefused() {
        ServiceRequest order = order(ServiceRequestStatus.ACTIVE).setSubject(new Reference("Patient/other"));
        assertThat(REFERRALS.check(null, referral("requested"), List.of(order)))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.expression()).isEqualTo("Task.focus"));
    }

    @Test
    void aNewOwnerAFirstOneAndNoneAreHandOvers() {
        Task none = referral("requested");
        Task one = referral("requested").setOwner(new Reference("Organization/1"));
        Task other = referral("requested").setOwner(new Reference("Organization/2"));
        assertThat(Referrals.handsOver(none, one)).isTrue();
        assertThat(Referrals.handsOver(one, other)).isTrue();
        assertThat(Referrals.handsOver(one, none)).isTrue();
        assertThat(Referrals.handsOver(one, one.copy().setStatus(TaskStatus.RECEIVED)))
                .isFalse();
        assertThat(Referrals.handsOver(none, none.copy())).isFalse();
    }

    @Test
    void anOwnerWhoIsNamedInWordsAloneIsKnownByThem() {
        Task inWords = referral("requested").setOwner(new Reference().setDisplay("Clinic A"));
        assertThat(Referrals.handsOver(referral("requested"), inWords)).isTrue();
        assertThat(Referrals.handsOver(inWords, referral("requested").setOwner(new Reference().setDisplay("Clinic B"))))
                .isTrue();
        assertThat(Referrals.handsOver(inWords, inWords.copy())).isFalse();
        Task one = referral("requested").setOwner(new Reference("Organization/1"));
        assertThat(Referrals.handsOver(
                        one, referral("requested").setOwner(new Reference("Organization/1").setDisplay("Clinic"))))
                .isFalse();
    }

    private static Task referral(String status) {
        Task referral = new Task().setStatus(TaskStatus.fromCode(status));
        referral.setCode(new CodeableConcept(new Coding(Ours.TRD, "referral", null)))
                .setFor(new Reference("Patient/1"))
                .setFocus(new Reference("ServiceRequest/1"));
        return referral;
    }

    private static ServiceRequest order(ServiceRequestStatus status) {
        ServiceRequest order = new ServiceRequest().setStatus(status).setSubject(new Reference("Patient/1"));
        order.setId("ServiceRequest/1");
        return order;
    }
}
