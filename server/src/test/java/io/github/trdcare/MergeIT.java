package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.chart.Ours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two records of one person become one over HTTP. */
@ServerTest
@Tag("storage")
class MergeIT {
    private static final String SYSTEM = "urn:merge-numbers";

    private FhirHttp fhir;
    private String number;
    private String source;
    private String target;

    @BeforeEach
    void storeTwoRecords(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        number = UUID.randomUUID().toString();
        source = stored(patient(number + "-s"));
        target = stored(patient(number + "-t"));
    }

    @Test
    void movesTheRecordTheNumbersAndSaysWhoAsked() {
        String score = stored(score(source));
        String told = stored(score(target));
        Parameters answer = merged(pair());
        assertThat(outcome(answer)).contains("1 records moved from " + source + " to " + target);
        Patient result = (Patient) resource(answer, "result");
        assertThat(result.getIdentifier())
                .hasSize(2)
                .anyMatch(each ->
                        each.getUse() == IdentifierUse.OLD && each.getValue().equals(number + "-s"));
        assertThat(result.getLinkFirstRep().getType()).isEqualTo(LinkType.REPLACES);
        assertThat(resource(answer, "input")).isInstanceOf(Parameters.class);
        Patient ended = fhir.get(source).as(Patient.class);
        assertThat(ended.getActive()).isFalse();
        assertThat(ended.getIdentifier()).isEmpty();
        assertThat(ended.getLinkFirstRep().getType()).isEqualTo(LinkType.REPLACEDBY);
        assertThat(ended.getLinkFirstRep().getOther().getReference()).isEqualTo(target);
        assertThat(found("Observation?subject=" + target)).containsExactlyInAnyOrder(score, told);
        assertThat(found("Patient?identifier=" + SYSTEM + "%7C" + number + "-s"))
                .containsExactly(target);
        assertThat(fhir.get("Provenance?target=" + score).text())
                .contains("Merge of " + source + " into " + target)
                .contains("FHIR client at 127.0.0.1");
        assertThat(fhir.get(score + "/_history/1")
                        .as(Observation.class)
                        .getSubject()
                        .getReference())
                .isEqualTo(source);
    }

    @Test
    void isFoundByTheNumberOfTheRecordThatEnded() {
        merged(pair());
        Parameters question = new Parameters();
        question.addParameter().setName("resource").setResource(patient(number + "-s"));
        question.addParameter("onlyCertainMatches", new BooleanType(true));
        assertThat(fhir.post("Patient/$match", question).bundle().getEntry())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getFullUrl()).isEqualTo(target));
    }

    @Test
    void findsBothByTheirNumbers() {
        Parameters asked = new Parameters();
        asked.addParameter("source-patient-identifier", identifier(number + "-s"));
        asked.addParameter("target-patient-identifier", identifier(number + "-t"));
        merged(asked);
        assertThat(fhir.get(source).as(Patient.class).getActive()).isFalse();
    }

    @Test
    void storesNothingForAPreview() {
        stored(score(source));
        stored(course(source));
        stored(course(target));
        Parameters answer = merged(pair().addParameter("preview", new BooleanType(true)));
        assertThat(outcome(answer)).contains("would move 2 records").contains("more than one course under way");
        assertThat(((Patient) resource(answer, "result")).getIdentifier()).hasSize(2);
        assertThat(fhir.get(source).header("ETag")).isEqualTo("W/\"1\"");
        assertThat(fhir.get(target).header("ETag")).isEqualTo("W/\"1\"");
    }

    @Test
    void endsAsTheResultSaysThatTheClientWants() {
        Patient wanted = patient(number + "-t");
        wanted.setId(target);
        wanted.addName().setFamily("Merged");
        Parameters asked = pair();
        asked.addParameter().setName("result-patient").setResource(wanted);
        Patient result = (Patient) resource(merged(asked), "result");
        assertThat(result.getNameFirstRep().getFamily()).isEqualTo("Merged");
        assertThat(result.getIdentifier()).hasSize(1);
        assertThat(result.getLinkFirstRep().getOther().getReference()).isEqualTo(source);
    }

    @Test
    void raisesNoAlertAgainForWhatMoves() {
        stored(item9(source));
        assertThat(found("Flag?subject=" + source)).hasSize(1);
        merged(pair());
        assertThat(found("Flag?subject=" + target)).hasSize(1);
        assertThat(found("Task?patient=" + target)).hasSize(1);
        assertThat(found("Flag?subject=" + source)).isEmpty();
    }

    @Test
    void movesARecordThatIsLargerThanAnyBundleMayBe() {
        for (int part = 0; part < 2; part++) {
            Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
            for (int i = 0; i < 1100; i++) {
                bundle.addEntry()
                        .setResource(score(source))
                        .getRequest()
                        .setMethod(HTTPVerb.POST)
                        .setUrl("Observation");
            }
            assertThat(fhir.post("", bundle).status()).isEqualTo(200);
        }
        assertThat(outcome(merged(pair()))).contains("2200 records moved");
        assertThat(count("Observation?subject=" + target)).isEqualTo(2200);
        assertThat(count("Observation?subject=" + source)).isZero();
    }

    @Test
    void refusesWhatIsAboutARecordThatHasEndedAndNamesTheOneThatGoesOn() {
        String score = stored(score(source));
        merged(pair());
        Answer late = fhir.post("Observation", score(source));
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.outcome()).contains("Observation.subject").contains(target);
        Answer back = fhir.patch(
                score,
                "[{\"op\":\"replace\",\"path\":\"/subject/reference\",\"value\":\"" + source + "\"}]",
                "Content-Type",
                "application/json-patch+json");
        assertThat(back.status()).as(back.text()).isEqualTo(409);
        Patient revived = patient(number + "-s");
        revived.setId(source);
        Answer awake = fhir.put(source, revived);
        assertThat(awake.status()).as(awake.text()).isEqualTo(409);
        assertThat(awake.outcome()).contains("Patient.link").contains(target);
    }

    @Test
    void followsAnAnswerAboutSuicideToTheRecordThatGoesOn() {
        merged(pair());
        assertThat(fhir.post("Observation", item9(source)).status()).isEqualTo(409);
        assertThat(found("Flag?subject=" + target)).hasSize(1);
        assertThat(found("Flag?subject=" + source)).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMerged() {
        assertRefused(
                422,
                "target-patient",
                new Parameters()
                        .addParameter("source-patient", new Reference(source))
                        .addParameter("target-patient", new Reference(source)));
        assertRefused(
                404,
                "Patient/nobody-at-all",
                new Parameters()
                        .addParameter("source-patient", new Reference("Patient/nobody-at-all"))
                        .addParameter("target-patient", new Reference(target)));
        assertRefused(400, "target-patient", new Parameters().addParameter("source-patient", new Reference(source)));
        assertRefused(
                422,
                "source-patient-identifier",
                new Parameters()
                        .addParameter("source-patient-identifier", identifier("nobody's"))
                        .addParameter("target-patient", new Reference(target)));
        assertRefused(
                422,
                "source-patient-identifier",
                pair().addParameter("source-patient-identifier", identifier(number + "-t")));
        assertRefused(
                422,
                "source-patient",
                new Parameters()
                        .addParameter("source-patient", new Reference("Practitioner/1"))
                        .addParameter("target-patient", new Reference(target)));
        assertRefused(
                400,
                "source-patient-identifier",
                pair().addParameter("source-patient-identifier", new Identifier().setSystem(SYSTEM)));
        Parameters twice = new Parameters()
                .addParameter("source-patient-identifier", identifier(number + "-s"))
                .addParameter("target-patient", new Reference(target));
        stored(patient(number + "-s"));
        assertRefused(422, "2 patients", twice);
    }

    @Test
    void refusesAnUnfitResult() {
        Patient other = patient(number + "-t");
        other.setId(source);
        Parameters asked = pair();
        asked.addParameter().setName("result-patient").setResource(other);
        assertRefused(422, "resource.id", asked);
        Patient without = new Patient();
        without.setId(target);
        Parameters numbered = pair().addParameter("target-patient-identifier", identifier(number + "-t"));
        numbered.addParameter().setName("result-patient").setResource(without);
        assertRefused(422, "resource.identifier", numbered);
    }

    @Test
    void refusesRecordsThatHaveEndedOrAreNotActive() {
        merged(pair());
        String third = stored(patient(number + "-u"));
        assertRefused(
                409,
                target,
                new Parameters()
                        .addParameter("source-patient", new Reference(source))
                        .addParameter("target-patient", new Reference(third)));
        assertRefused(
                409,
                target,
                new Parameters()
                        .addParameter("source-patient", new Reference(third))
                        .addParameter("target-patient", new Reference(source)));
        String inactive = stored(patient(number + "-v").setActive(false));
        assertRefused(
                409,
                "not active",
                new Parameters()
                        .addParameter("source-patient", new Reference(third))
                        .addParameter("target-patient", new Reference(inactive)));
    }

    @Test
    void followsAChainOfMerges() {
        String score = stored(score(source));
        merged(pair());
        String third = stored(patient(number + "-u"));
        merged(new Parameters()
                .addParameter("source-patient", new Reference(target))
                .addParameter("target-patient", new Reference(third)));
        assertThat(fhir.get(score).as(Observation.class).getSubject().getReference())
                .isEqualTo(third);
        assertThat(fhir.post("Observation", score(source)).outcome()).contains(third);
    }

    @Test
    void letsOneOfTwoOppositeMergesWin() throws Exception {
        Parameters back = new Parameters()
                .addParameter("source-patient", new Reference(target))
                .addParameter("target-patient", new Reference(source));
        List<Integer> answers = together(
                List.of(() -> fhir.post("Patient/$merge", pair()).status(), () -> fhir.post("Patient/$merge", back)
                        .status()));
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(Stream.of(source, target)
                        .filter(each ->
                                fhir.get(each).as(Patient.class).getIdentifier().isEmpty()))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void leavesNothingBehindThatIsWrittenMeanwhile(int round) throws Exception {
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String written = i % 3 == 0 ? stored(score(source)) : "";
            work.add(() -> {
                if (written.isEmpty()) {
                    return fhir.post("Observation", score(source)).status();
                }
                Observation change = score(source).setStatus(ObservationStatus.AMENDED);
                change.setId(written);
                return fhir.put(written, change).status();
            });
        }
        work.add(6, () -> fhir.post("Patient/$merge", pair()).status());
        List<Integer> answers = together(work);
        assertThat(answers).as("round " + round).allMatch(status -> List.of(200, 201, 409, 412)
                .contains(status));
        assertThat(answers.get(6)).isEqualTo(200);
        assertThat(found("Observation?subject=" + source)).isEmpty();
        long created = answers.stream().filter(status -> status == 201).count();
        assertThat(found("Observation?subject=" + target)).hasSize(4 + (int) created);
    }

    private Parameters pair() {
        return new Parameters()
                .addParameter("source-patient", new Reference(source))
                .addParameter("target-patient", new Reference(target));
    }

    private Parameters merged(Parameters asked) {
        Answer answer = fhir.post("Patient/$merge", asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(Parameters.class);
    }

    private void assertRefused(int status, String word, Parameters asked) {
        Answer answer = fhir.post("Patient/$merge", asked);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(word);
    }

    private static Resource resource(Parameters answer, String name) {
        return answer.getParameter().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getResource();
    }

    private static String outcome(Parameters answer) {
        StringBuilder said = new StringBuilder();
        ((OperationOutcome) resource(answer, "outcome")).getIssue().forEach(issue -> said.append(issue.getDiagnostics())
                .append('\n'));
        return said.toString();
    }

    private List<String> found(String search) {
        return fhir.get(search + "&_count=100").bundle().getEntry().stream()
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }

    private int count(String search) {
        return fhir.get(search + "&_summary=count").bundle().getTotal();
    }

    private String stored(Resource resource) {
        Answer answer = fhir.post(resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/fhir/([^/]+/[^/]+)/.*", "$1");
    }

    private static Patient patient(String value) {
        Patient patient = new Patient();
        patient.addIdentifier(identifier(value));
        return patient;
    }

    private static Identifier identifier(String value) {
        return new Identifier().setSystem(SYSTEM).setValue(value);
    }

    private static Observation score(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept().setText("weight"))
                .setSubject(new Reference(patient));
    }

    private static Observation item9(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)))
                .setValue(new IntegerType(2))
                .setEffective(new DateTimeType(Date.from(Instant.now().minusSeconds(60))))
                .setSubject(new Reference(patient));
    }

    private static Procedure course(String patient) {
        return new Procedure()
                .setStatus(ProcedureStatus.INPROGRESS)
                .setCode(new CodeableConcept(new Coding(Ours.TMS, "tms-course", null)))
                .setSubject(new Reference(patient));
    }

    private static List<Integer> together(List<Callable<Integer>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(work.size());
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : pool.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
