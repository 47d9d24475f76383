package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.Receiver.Message;
import io.github.trdcare.chart.Ours;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A referral for TMS over HTTP: made, claimed by one, passed on, told about and finished. */
@ServerTest
@Tag("storage")
class ReferralIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Receiver receiver = Receiver.listening();
    private FhirHttp fhir;
    private String patient;
    private String order;
    private String clinic;
    private String other;
    private Task referral;
    private String subscription = "";

    @BeforeEach
    void refer(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        patient = stored(new Patient());
        order = stored(order(patient));
        clinic = stored(new Organization().setName("TMS clinic"));
        other = stored(new Organization().setName("Another clinic"));
        referral = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        referral.setCode(new CodeableConcept(new Coding(Ours.TRD, "referral", null)))
                .setFocus(new Reference(order))
                .setFor(new Reference(patient));
        referral.setRequester(new Reference(stored(new Organization().setName("Referring clinic"))));
    }

    @AfterEach
    void endTheSubscription() {
        if (!subscription.isEmpty()) {
            fhir.delete(subscription);
        }
        receiver.close();
    }

    @Test
    void goesFromRequestToResultAndIsToldAtEveryStep() {
        subscription = stored(Subscriptions.filtered(
                Subscriptions.topic("referral-status", receiver.address()), "Task?patient=" + patient));
        receiver.await(1, message -> message.type().equals("handshake"), SOON);
        Instant made = Instant.now();
        made();
        Message first = receiver.awaitEvents(1, SOON).get(0);
        assertThat(first.at()).isBefore(made.plusSeconds(2));
        taken(change(TaskStatus.RECEIVED));
        taken(change(TaskStatus.ACCEPTED).setOwner(new Reference(clinic)), seen());
        taken(change(TaskStatus.INPROGRESS));
        taken(current().setDescription("Nobody needs to be told of this"));
        taken(current().setOwner(new Reference(other)), seen());
        String report = stored(report());
        Task done = change(TaskStatus.COMPLETED);
        done.addOutput().setType(new CodeableConcept().setText("Report")).setValue(new Reference(report));
        taken(done);
        receiver.await(6, message -> !message.numbers().isEmpty(), SOON);
        assertThat(fhir.get(subscription + "/$events").bundle().getEntry())
                .as("requested, received, accepted, begun, passed on, completed, and the status of the subscription")
                .hasSize(7);
        assertThat(current().getOwner().getReference()).isEqualTo(other);
        assertThat(fhir.get(referral.getId() + "/_history").bundle().getTotal()).isEqualTo(7);
    }

    @Test
    void refusesStepsThatTheStateMachineDoesNotKnowWhateverProfileIsClaimed() {
        made();
        assertRefused(409, "Task.status", change(TaskStatus.COMPLETED));
        assertRefused(409, "Task.status", change(TaskStatus.FAILED));
        Task rejected = change(TaskStatus.REJECTED);
        assertRefused(422, "Task.statusReason", rejected);
        taken(rejected.setStatusReason(new CodeableConcept().setText("no capacity")));
        assertRefused(409, "Task.status", change(TaskStatus.ACCEPTED).setOwner(new Reference(clinic)), seen());
        Task renamed = change(TaskStatus.REQUESTED);
        renamed.setCode(new CodeableConcept().setText("something else"));
        assertRefused(409, "Task.status", renamed);
        Answer patched = fhir.patch(
                referral.getId(),
                "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"requested\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(patched.status()).as(patched.text()).isEqualTo(409);
    }

    @Test
    void asksForWhatEachStateNeeds() {
        made();
        assertRefused(422, "Task.owner", change(TaskStatus.ACCEPTED));
        assertRefused(422, "Task.owner", change(TaskStatus.ACCEPTED).setOwner(new Reference(patient)), seen());
        taken(change(TaskStatus.ACCEPTED).setOwner(new Reference(clinic)), seen());
        assertRefused(422, "Task.output", change(TaskStatus.COMPLETED));
        Task withoutResult = change(TaskStatus.COMPLETED);
        withoutResult
                .addOutput()
                .setType(new CodeableConcept().setText("Report"))
                .setValue(new Reference(patient));
        assertRefused(422, "Task.output", withoutResult);
    }

    @Test
    void refusesAnOrderThatIsNotThereOrAnotherPatients() {
        referral.setFocus(new Reference("ServiceRequest/never-was-here"));
        assertThat(fhir.post("Task", referral).status()).isIn(400, 422);
        referral.setFocus(new Reference(stored(order(stored(new Patient())))));
        Answer answer = fhir.post("Task", referral);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.outcome()).contains("Task.focus");
    }

    @Test
    void letsNobodyTakeUpAReferralOfARevokedOrder() {
        made();
        ServiceRequest revoked = order(patient).setStatus(ServiceRequestStatus.REVOKED);
        revoked.setId(order);
        assertThat(fhir.put(order, revoked).status()).isEqualTo(200);
        assertRefused(409, order, change(TaskStatus.RECEIVED));
        taken(change(TaskStatus.CANCELLED));
    }

    @Test
    void asksForTheVersionThatWasSeenWhenTheOwnerChanges() {
        made();
        Task claim = change(TaskStatus.ACCEPTED).setOwner(new Reference(clinic));
        assertRefused(428, "If-Match: W/\"1\"", claim);
        taken(claim, "If-Match", "W/\"1\"");
        assertRefused(412, "If-Match", current().setOwner(new Reference(other)), "If-Match", "W/\"1\"");
        assertRefused(412, "If-Match", change(TaskStatus.INPROGRESS), "If-Match", "W/\"1\"");
        taken(change(TaskStatus.INPROGRESS));
    }

    @Test
    void asksForItInPatchesAndBundlesToo() {
        made();
        String claim = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"accepted\"},"
                + "{\"op\":\"add\",\"path\":\"/owner\",\"value\":{\"reference\":\"" + clinic + "\"}}]";
        String type = "application/json-patch+json";
        assertThat(fhir.patch(referral.getId(), claim, "Content-Type", type).status())
                .isEqualTo(428);
        assertThat(fhir.patch(referral.getId(), claim, "Content-Type", type, "If-Match", "W/\"7\"")
                        .status())
                .isEqualTo(412);
        Task wanted = change(TaskStatus.ACCEPTED).setOwner(new Reference(clinic));
        assertThat(fhir.post("", bundle(BundleType.TRANSACTION, wanted, "")).status())
                .isEqualTo(428);
        assertThat(fhir.post("", bundle(BundleType.TRANSACTION, wanted, "W/\"7\""))
                        .status())
                .isEqualTo(412);
        assertThat(entry(bundle(BundleType.BATCH, wanted, ""))).startsWith("428");
        assertThat(entry(bundle(BundleType.BATCH, wanted, "W/\"7\""))).startsWith("412");
        assertThat(entry(bundle(BundleType.BATCH, wanted, "W/\"1\""))).startsWith("200");
        Task on = current().setOwner(new Reference(other));
        assertThat(fhir.post("", bundle(BundleType.TRANSACTION, on, "W/\"2\"")).status())
                .isEqualTo(200);
        assertThat(fhir.patch(
                                referral.getId(),
                                "[{\"op\":\"replace\",\"path\":\"/owner/reference\",\"value\":\"" + clinic + "\"}]",
                                "Content-Type",
                                type,
                                "If-Match",
                                "W/\"3\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void givesAReferralToOneOfManyWhoClaimItAtOnce() throws Exception {
        made();
        List<String> clinics = IntStream.range(0, 10)
                .mapToObj(i -> stored(new Organization().setName("Clinic " + i)))
                .toList();
        List<Callable<Integer>> claims = new ArrayList<>();
        for (int i = 0; i < clinics.size(); i++) {
            Task claim = change(TaskStatus.ACCEPTED).setOwner(new Reference(clinics.get(i)));
            boolean bundled = i % 2 == 1;
            claims.add(() -> bundled
                    ? fhir.post("", bundle(BundleType.TRANSACTION, claim, "W/\"1\""))
                            .status()
                    : fhir.put(referral.getId(), claim, "If-Match", "W/\"1\"").status());
        }
        List<Integer> answers = Together.all(claims);
        assertThat(answers).allMatch(status -> status == 200 || status == 412);
        assertThat(Collections.frequency(answers, 200)).isEqualTo(1);
        assertThat(current().getOwner().getReference()).isEqualTo(clinics.get(answers.indexOf(200)));
        assertThat(current().getMeta().getVersionId()).isEqualTo("2");
    }

    private void made() {
        referral.setId(stored(referral));
    }

    private Task current() {
        return fhir.get(referral.getId()).as(Task.class);
    }

    private Task change(TaskStatus status) {
        return current().setStatus(status);
    }

    private String[] seen() {
        return new String[] {"If-Match", fhir.get(referral.getId()).header("ETag")};
    }

    private void taken(Task task, String... headers) {
        Answer answer = fhir.put(referral.getId(), task, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void assertRefused(int status, String word, Task task, String... headers) {
        Answer answer = fhir.put(referral.getId(), task, headers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(word);
    }

    private Bundle bundle(BundleType type, Task task, String ifMatch) {
        Bundle bundle = new Bundle().setType(type);
        Bundle.BundleEntryRequestComponent request =
                bundle.addEntry().setResource(task).getRequest();
        request.setMethod(HTTPVerb.PUT).setUrl(referral.getId());
        if (!ifMatch.isEmpty()) {
            request.setIfMatch(ifMatch);
        }
        return bundle;
    }

    private String entry(Bundle batch) {
        return fhir.post("", batch).bundle().getEntryFirstRep().getResponse().getStatus();
    }

    private String stored(Resource resource) {
        Answer answer = fhir.post(resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/fhir/([^/]+/[^/]+)/.*", "$1");
    }

    private static ServiceRequest order(String patient) {
        return new ServiceRequest()
                .setStatus(ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(new CodeableConcept().setText("TMS course"))
                .setSubject(new Reference(patient));
    }

    private DocumentReference report() {
        DocumentReference report = new DocumentReference()
                .setStatus(DocumentReferenceStatus.CURRENT)
                .setSubject(new Reference(patient));
        report.addContent().getAttachment().setContentType("text/plain").setData("done".getBytes());
        return report;
    }
}
