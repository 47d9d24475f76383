package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Plans are made of protocols over HTTP: once, whole, and found again. */
@ServerTest
@Tag("storage")
class PlansIT {
    private static final String KEY = "https://trd-care.github.io/fhir/sid/instantiation";

    @LocalServerPort
    private int port;

    private final String id = "plans-" + UUID.randomUUID();
    private FhirHttp http;

    @BeforeEach
    void storeAPatientInAnEpisode() {
        http = new FhirHttp(port);
        Bundle record = new Bundle().setType(BundleType.TRANSACTION);
        put(record, new Patient().addName(new org.hl7.fhir.r4.model.HumanName().setFamily("Ex<ample> & Sons")));
        put(record, episode());
        put(record, new Device());
        put(record, new Practitioner());
        put(record, new Organization().setName("Example Clinic"));
        put(record, earlierOrder());
        Answer stored = http.post("", record);
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "tms-10hz-left, device=Device/ID",
        "tms-10hz-left-short, device=Device/ID",
        "tms-itbs-left, device=Device/ID intensity=110 authorisation=A-1",
        "tms-deep-h1, device=Device/ID intensity=120",
        "tms-saint, device=Device/ID depth-factor=1.2",
        "tms-1hz-right, device=Device/ID sessions=30 intensity=110 pulses=360",
        "tms-sequential-bilateral, device=Device/ID sessions=24 sessions-per-week=5",
        "tms-maintenance, device=Device/ID sessions=12 order=ServiceRequest/ID sessions-per-week=0.5",
        "esketamine-induction, dose=56mg doses-per-week=2 weeks=4",
        "ect-course, sessions=12 placement=right-unilateral",
        "cbt-course, sessions=16",
        "ipt-course, sessions=12",
        "lifestyle-programme, ''",
        "trd-pathway, ''",
    })
    void everyShippedProtocolIsPreviewedAndThenStored(String protocol, String inputs) {
        Parameters asked = asked(protocol, inputs);
        asked.addParameter("dryRun", true);
        Answer preview = http.post("PlanDefinition/" + protocol + "/$instantiate", asked);

        assertThat(preview.status()).as(preview.text()).isEqualTo(200);
        assertThat(preview.bundle().getType()).isEqualTo(BundleType.TRANSACTION);
        assertThat(preview.text()).contains("urn:uuid:");
        assertThat(count("CarePlan?patient=" + id)).isZero();

        Answer stored = instantiate(protocol, inputs);
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertThat(stored.bundle().getType()).isEqualTo(BundleType.COLLECTION);
        assertThat(types(stored.bundle())).containsExactlyElementsOf(types(preview.bundle()));
        Answer read = http.get(stored.header("Location"));
        assertThat(read.as(CarePlan.class).getStatus().toCode()).isEqualTo("draft");
        for (BundleEntryComponent entry : stored.bundle().getEntry()) {
            Resource resource = entry.getResource();
            String type = resource.fhirType();
            assertThat(http.get(type + "/" + resource.getIdElement().getIdPart())
                            .status())
                    .isEqualTo(200);
            if (resource.getMeta().hasProfile()) {
                assertThat(http.post(type + "/$validate", resource).text())
                        .doesNotContain("\"severity\":\"error\"", "\"severity\": \"error\"");
            }
        }
        if (!protocol.equals("tms-maintenance")) {
            // That order itself holds words of another one's block.
            assertThat(http.get("CarePlan?identifier=" + KEY + "%7C" + key(stored))
                            .bundle()
                            .getTotal())
                    .isEqualTo(1);
        }
    }

    @Test
    void theSameAskedAgainIsAnsweredWithTheSamePlan() {
        Answer first = instantiate("cbt-course", "sessions=16");
        Answer second = instantiate("cbt-course", "sessions=16");

        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).as(second.text()).isEqualTo(200);
        assertThat(ids(second.bundle())).isEqualTo(ids(first.bundle()));
        assertThat(types(first.bundle())).contains("Provenance");
        assertThat(count("CarePlan?patient=" + id)).isEqualTo(1);
    }

    @Test
    void oneOfEightParallelRequestsMakesThePlan() throws Exception {
        Parameters asked = asked("tms-10hz-left", "device=Device/ID");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Answer>> calls =
                Collections.nCopies(8, () -> http.post("PlanDefinition/tms-10hz-left/$instantiate", asked));
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> each : threads.invokeAll(calls)) {
            answers.add(each.get());
        }
        threads.shutdown();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 201);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().map(answer -> ids(answer.bundle())).distinct())
                .hasSize(1);
        assertThat(count("CarePlan?patient=" + id)).isEqualTo(1);
        assertThat(count("Goal?patient=" + id)).isEqualTo(1);
    }

    @Test
    void aReplacedPlanIsRevokedWithItsOrdersAndKeepsItsHistory() {
        Answer first = instantiate("tms-10hz-left", "device=Device/ID");
        CarePlan old = plan(first);
        old.setStatus(CarePlan.CarePlanStatus.ACTIVE);
        assertThat(http.put(reference(old), old).status()).isEqualTo(200);

        Answer second = instantiate("tms-itbs-left", "device=Device/ID replaces=" + reference(old));

        assertThat(second.status()).as(second.text()).isEqualTo(201);
        CarePlan revoked = http.get(reference(old)).as(CarePlan.class);
        assertThat(revoked.getStatus().toCode()).isEqualTo("revoked");
        assertThat(http.get(reference(old) + "/_history").bundle().getEntry()).hasSize(3);
        ServiceRequest order = order(first);
        assertThat(http.get(reference(order)).text()).contains("revoked", "request-statusReason");
        assertThat(order(second).getReplaces().get(0).getReference()).isEqualTo(reference(order));
        assertThat(plan(second).getReplaces().get(0).getReference()).isEqualTo(reference(old));
        // A revoked plan frees its key.
        assertThat(instantiate("tms-10hz-left", "device=Device/ID").status()).isEqualTo(201);
    }

    @Test
    void anotherVersionOfAnOpenPlanIsAConflict() {
        PlanDefinition own = http.get("PlanDefinition/ipt-course").as(PlanDefinition.class);
        own.setId("own-" + id);
        own.setUrl("https://clinic.example/PlanDefinition/" + id);
        assertThat(http.put("PlanDefinition/own-" + id, own).status()).isEqualTo(201);
        Answer first = instantiate("own-" + id, "sessions=12");
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        own.setVersion("2");
        assertThat(http.put("PlanDefinition/own-" + id, own).status()).isEqualTo(200);

        assertThat(instantiate("own-" + id, "sessions=12").status()).isEqualTo(409);
        assertThat(instantiate("own-" + id, "sessions=12 replaces=" + reference(plan(first)))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "tms-10hz-left, '', 422, device",
        "tms-10hz-left, device=Device/nowhere, 422, input device",
        "tms-10hz-left, device=Device/ID colour=red, 422, colour",
        "ect-course, sessions=12 placement=sideways, 422, placement",
        "no-such-protocol, '', 404, no-such-protocol",
    })
    void whatDoesNotFitIsNamedAndNothingIsStored(String protocol, String inputs, int status, String named) {
        Answer answer = instantiate(protocol, inputs);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(named);
        assertThat(count("CarePlan?patient=" + id)).isZero();
    }

    @Test
    void everyParameterIsHeldToWhatItIs() {
        assertThat(status(new Parameters())).isEqualTo(422);
        assertThat(status(new Parameters().addParameter("subject", "Patient/nobody-here")))
                .isEqualTo(404);
        assertThat(status(new Parameters().addParameter("subject", "Group/1"))).isEqualTo(422);
        assertThat(status(asked("cbt-course", "sessions=3").addParameter("dryrun", true)))
                .isEqualTo(422);
        assertThat(status(asked("cbt-course", "sessions=3").addParameter("start", new StringType("soon"))))
                .isEqualTo(422);
        assertThat(status(asked("cbt-course", "sessions=3").addParameter("condition", new IdType("nope"))))
                .isEqualTo(404);
        Parameters wrong = asked("cbt-course", "");
        input(wrong, "sessions", new StringType("many"));
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(http.get("PlanDefinition/cbt-course/$instantiate").status()).isEqualTo(405);
    }

    private int status(Parameters asked) {
        return http.post("PlanDefinition/cbt-course/$instantiate", asked).status();
    }

    private Answer instantiate(String protocol, String inputs) {
        return http.post("PlanDefinition/" + protocol + "/$instantiate", asked(protocol, inputs));
    }

    private Parameters asked(String protocol, String inputs) {
        Parameters asked = new Parameters();
        asked.addParameter("subject", "Patient/" + id);
        asked.addParameter("author", "Practitioner/" + id);
        asked.addParameter().setName("organization").setValue(new IdType(id));
        asked.addParameter().setName("start").setValue(new DateType("2026-06-01"));
        String declared = protocol.startsWith("own-") ? "ipt-course" : protocol;
        Map<String, Type> values =
                declared.startsWith("no-such") ? Map.of() : ShippedProtocol.inputs(declared, inputs.replace("ID", id));
        values.forEach((name, value) -> input(asked, name, value));
        return asked;
    }

    private static void input(Parameters asked, String name, Type value) {
        Parameters.ParametersParameterComponent input = asked.addParameter().setName("input");
        input.addPart().setName("name").setValue(new StringType(name));
        input.addPart().setName("value").setValue(value);
    }

    private Condition episode() {
        Condition episode =
                new Condition().setSubject(new Reference("Patient/" + id)).setOnset(new DateTimeType("2026-01-10"));
        episode.getMeta().addProfile("https://trd-care.github.io/fhir/StructureDefinition/trd-condition");
        episode.getClinicalStatus()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/condition-clinical")
                .setCode("active");
        episode.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/condition-category")
                .setCode("problem-list-item");
        episode.getCode().addCoding().setSystem("http://snomed.info/sct").setCode("1153570009");
        return episode;
    }

    private ServiceRequest earlierOrder() {
        ServiceRequest order = http.get("ServiceRequest/marta-order").as(ServiceRequest.class);
        order.setSubject(new Reference("Patient/" + id));
        order.setReasonReference(List.of(new Reference("Condition/" + id)));
        order.getExtension().removeIf(extension -> extension.getUrl().contains("pertainsToGoal"));
        order.getIdentifier().clear();
        order.getSupportingInfo().clear();
        order.getBasedOn().clear();
        return order;
    }

    private void put(Bundle record, Resource resource) {
        resource.setId(id);
        record.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + id);
    }

    private int count(String search) {
        return http.get(search + "&_summary=count").bundle().getTotal();
    }

    private static String key(Answer stored) {
        return java.net.URLEncoder.encode(
                plan(stored).getIdentifierFirstRep().getValue(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static CarePlan plan(Answer answer) {
        return (CarePlan) answer.bundle().getEntryFirstRep().getResource();
    }

    private static ServiceRequest order(Answer answer) {
        return resources(answer.bundle())
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static List<String> ids(Bundle bundle) {
        return resources(bundle).map(PlansIT::reference).toList();
    }

    private static List<String> types(Bundle bundle) {
        return resources(bundle).map(Resource::fhirType).toList();
    }

    private static Stream<Resource> resources(Bundle bundle) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource);
    }
}
