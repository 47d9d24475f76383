package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.chart.Ours;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Reference;

/** Depressive episodes as an EHR records them, and the registry that follows them. */
final class Episodes {
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private Episodes() {}

    static Condition of(String patient) {
        Condition episode = new Condition();
        episode.getMeta().addProfile(Ours.definition("trd-condition"));
        episode.setClinicalStatus(new CodeableConcept(new Coding(TERMINOLOGY + "condition-clinical", "active", null)));
        episode.addCategory(
                new CodeableConcept(new Coding(TERMINOLOGY + "condition-category", "encounter-diagnosis", null)));
        episode.setCode(new CodeableConcept().setText("Depressive episode"));
        episode.setSubject(new Reference(patient)).setOnset(new DateTimeType("2026-01-01"));
        return episode;
    }

    static List<String> members(FhirHttp fhir) {
        return fhir.get("Group/trd-registry").as(Group.class).getMember().stream()
                .map(member -> member.getEntity().getReference())
                .toList();
    }

    /** The registry follows within seconds. */
    static void awaitMember(FhirHttp fhir, String patient) throws InterruptedException {
        for (int i = 0; i < 1200 && !members(fhir).contains(patient); i++) {
            Thread.sleep(100);
        }
        assertThat(members(fhir)).as(fhir.get("/channels").text()).contains(patient);
    }
}
