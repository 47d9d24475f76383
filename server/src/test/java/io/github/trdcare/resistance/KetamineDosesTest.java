package io.github.trdcare.resistance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dose is known by the table of agents, however the record names the drug. */
class KetamineDosesTest {
    private static final KetamineDoses DOSES = new KetamineDoses(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        "code, 2119365, 1",
        "text, Esketamine 56 mg nasal spray, 1",
        "text, ketamine infusion, 1",
        "text, sertraline, 0",
        "reference, 2119365, 1",
        "reference, 36437, 0",
        "reference-elsewhere, ketamine, 1",
    })
    void areFoundByCodeNameOrMedication(String how, String what, int found) {
        CodeableConcept code =
                new CodeableConcept(new Coding("http://www.nlm.nih.gov/research/umls/rxnorm", what, null));
        Medication bottle = new Medication().setCode(code);
        bottle.setId("bottle");
        Type named =
                switch (how) {
                    case "code" -> code;
                    case "text" -> new CodeableConcept().setText(what);
                    case "reference" -> new Reference("Medication/bottle");
                    default -> new Reference("Medication/elsewhere").setDisplay(what);
                };
        MedicationAdministration dose = new MedicationAdministration();
        dose.setId("dose");
        dose.setMedication(named).setEffective(new DateTimeType("2026-05-01"));
        List<Resource> record = List.of(bottle, dose);
        assertThat(DOSES.of(PatientText.chartOf(record, "2026-06-01"))).hasSize(found);
        assertThat(DOSES.of(PatientText.chartOf(record, "2026-04-30"))).isEmpty();
    }
}
