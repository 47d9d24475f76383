package io.github.trdcare.exchange.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What becomes of two records of one person. */
class PatientMergeTest {
    private final PatientMerge merge = new PatientMerge(FhirContext.forR4Cached());
    private final Patient source = patient("s", "7");
    private final Patient target = patient("t", "8");

    @Test
    void theSourceEndsAndTheTargetTakesItsNumbersAsOldOnes() {
        target.addIdentifier().setValue("shared");
        source.addIdentifier().setValue("shared");
        Patient ended = PatientMerge.ended(source, PatientMerge.taken(source, target));
        assertThat(ended.getActive()).isFalse();
        assertThat(ended.getIdentifier()).isEmpty();
        assertThat(PatientLinks.successor(ended)).contains("Patient/t");
        assertThat(PatientMerge.ended(source, target).getIdentifier())
                .as("a number that does not go over stays")
                .extracting(Identifier::getValue)
                .containsExactly("7");
        Patient taken = PatientMerge.taken(source, target);
        assertThat(taken.getIdentifier()).extracting(Identifier::getValue).containsExactly("8", "shared", "7");
        assertThat(taken.getIdentifier().get(2).getUse()).isEqualTo(IdentifierUse.OLD);
        assertThat(PatientLinks.isSuccessor(taken)).isTrue();
        assertThat(source.getLink()).isEmpty();
    }

    @Test
    void everyReferenceMovesAndNothingElse() {
        Appointment visit = new Appointment();
        visit.setId("Appointment/1");
        visit.addParticipant().setActor(new Reference("Patient/s"));
        visit.addParticipant().setActor(new Reference("http://other.example.org/fhir/Patient/s"));
        visit.addExtension("urn:who", new Reference("Patient/s"));
        Observation ofAnother = new Observation();
        ofAnother.setId("Observation/1");
        ofAnother.setSubject(new Reference("Patient/x"));
        List<Resource> moved = merge.moved(source, target, List.of(source, target, visit, ofAnother));
        assertThat(moved).singleElement().satisfies(each -> {
            Appointment after = (Appointment) each;
            assertThat(after.getParticipant().get(0).getActor().getReference()).isEqualTo("Patient/t");
            assertThat(after.getParticipant().get(1).getActor().getReference())
                    .isEqualTo("http://other.example.org/fhir/Patient/s");
            assertThat(((Reference) after.getExtension().get(0).getValue()).getReference())
                    .isEqualTo("Patient/t");
        });
        assertThat(visit.getParticipantFirstRep().getActor().getReference()).isEqualTo("Patient/s");
    }

    @Test
    void aRecordThatHasEndedNeitherEndsAgainNorGoesOn() {
        source.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/x"));
        assertThat(MergeRules.ofPair(source, target)).singleElement().satisfies(refusal -> assertThat(refusal.text())
                .contains("Patient/x"));
        assertThat(MergeRules.ofPair(target, source))
                .extracting(Refusal::expression)
                .containsExactly("Parameters.parameter.where(name = 'target-patient')");
    }

    @Test
    void theResultIsTheTargetWithTheNumbersThatTheRequestNames() {
        assertThat(MergeRules.ofResult(target, target, target.getIdentifier())).isEmpty();
        assertThat(MergeRules.ofResult(target, target, source.getIdentifier())).hasSize(1);
        assertThat(MergeRules.ofResult(source, target, List.of())).hasSize(1);
        assertThat(MergeRules.ofResult(new Patient(), target, List.of())).hasSize(1);
        assertThat(MergeRules.ofResult(target.copy().setActive(false), target, List.of()))
                .hasSize(1);
    }

    private static Patient patient(String id, String number) {
        Patient patient = new Patient();
        patient.setId("Patient/" + id);
        patient.addIdentifier().setSystem("urn:n").setValue(number);
        return patient;
    }
}
