package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Two records of one person become one over HTTP. */
class MergeIT extends TwoRecords {
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
                .satisfies(entry ->
                        assertThat(entry.getFullUrl()).startsWith("http://").endsWith("/fhir/" + target));
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
        assertThat(found("Patient?identifier=" + SYSTEM + "%7C" + number + "-s"))
                .as("a number that the result leaves out is lost to nobody")
                .containsExactly(source);
    }

    @Test
    void movesAMemberOfTheRegistryWithTheEpisode() throws Exception {
        stored(Episodes.of(source));
        Episodes.awaitMember(fhir, source);
        assertThat(outcome(merged(pair()))).contains("1 records moved");
        Episodes.awaitMember(fhir, target);
        assertThat(Episodes.members(fhir)).contains(target).doesNotContain(source);
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
    void followsAnAnswerAboutSuicideToTheRecordThatGoesOn() {
        merged(pair());
        assertThat(fhir.post("Observation", item9(source)).status()).isEqualTo(409);
        assertThat(found("Flag?subject=" + target)).hasSize(1);
        assertThat(found("Flag?subject=" + source)).isEmpty();
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
}
