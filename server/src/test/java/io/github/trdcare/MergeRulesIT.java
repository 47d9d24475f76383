package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not merged, and what is not written about a record that ends meanwhile. */
class MergeRulesIT extends TwoRecords {
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
    void letsOneOfTwoOppositeMergesWin() throws Exception {
        Parameters back = new Parameters()
                .addParameter("source-patient", new Reference(target))
                .addParameter("target-patient", new Reference(source));
        List<Integer> answers = Together.all(
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
        List<Integer> answers = Together.all(work);
        assertThat(answers).as("round " + round).allMatch(status -> List.of(200, 201, 409, 412)
                .contains(status));
        assertThat(answers.get(6)).isEqualTo(200);
        assertThat(found("Observation?subject=" + source)).isEmpty();
        long created = answers.stream().filter(status -> status == 201).count();
        assertThat(found("Observation?subject=" + target)).hasSize(4 + (int) created);
    }
}
