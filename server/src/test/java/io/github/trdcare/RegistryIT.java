package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** The Group of patients that the server keeps itself. */
class RegistryIT extends InBulk {
    @Test
    void keepsARegistryThatNobodyElseWrites() {
        assertThat(members()).contains("Patient/marta").doesNotHaveDuplicates();
        String patient = member();
        Condition episode = (Condition) http.get("Condition?subject=" + patient)
                .bundle()
                .getEntryFirstRep()
                .getResource();
        episode.setVerificationStatus(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error", null)));
        episode.setClinicalStatus(null);
        Answer corrected = http.put("Condition/" + episode.getIdElement().getIdPart(), episode);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        await(() -> !members().contains(patient));

        Group registry = registry();
        registry.addMember().setEntity(new Reference(patient));
        Answer written = http.put(REGISTRY, registry);
        assertThat(written.status()).isEqualTo(409);
        assertThat(written.outcome()).contains("The server keeps this Group itself");
        assertThat(http.delete(REGISTRY).status()).isEqualTo(409);
    }

    @Test
    void letsAMemberBeDeletedOnceNothingElseIsAboutThem() {
        String patient = member();
        assertThat(http.delete(patient).status())
                .as("the episode refers to them")
                .isEqualTo(409);
        String episode = http.get("Condition?subject=" + patient)
                .bundle()
                .getEntryFirstRep()
                .getResource()
                .getIdElement()
                .getIdPart();
        Bundle both = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        both.addEntry().getRequest().setMethod(Bundle.HTTPVerb.DELETE).setUrl("Condition/" + episode);
        both.addEntry().getRequest().setMethod(Bundle.HTTPVerb.DELETE).setUrl(patient);
        Answer answer = http.post("", both);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        await(() -> !members().contains(patient));
    }
}
