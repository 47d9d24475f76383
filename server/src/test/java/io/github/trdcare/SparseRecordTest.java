package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.eligibility.Eligibility;
import io.github.trdcare.resistance.MedicationSafety;
import io.github.trdcare.stimulation.Courses;
import io.github.trdcare.stimulation.SessionCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that say next to nothing, or say it in the wrong shape, get an answer too. */
class SparseRecordTest {
    private static final List<Supplier<DomainResource>> TYPES = List.of(
            AdverseEvent::new,
            Appointment::new,
            Claim::new,
            ClaimResponse::new,
            () -> new Condition().setOnset(new StringType("long ago")),
            Device::new,
            Flag::new,
            MedicationAdministration::new,
            MedicationRequest::new,
            () -> new MedicationStatement().setEffective(new Period()),
            Observation::new,
            Patient::new,
            () -> course("tms-course"),
            () -> course("tms-session"),
            QuestionnaireResponse::new,
            ServiceRequest::new);

    private static final List<String> EXTENSIONS = List.of(
            "session-number",
            "planned-slot",
            "course-hold",
            "sessions-prescribed",
            "sessions-delivered",
            "pulses-delivered-total",
            "tms-delivered",
            "tms-prescription",
            "tms-hemisphere",
            "tms-coil",
            "trial-outcome",
            "treatment-strategy",
            "stated-adequacy",
            "contraindication-tier");

    static Stream<List<Resource>> records() {
        return Stream.of(List.of(), record(false), record(true));
    }

    @ParameterizedTest
    @MethodSource("records")
    void everyRuleAnswers(List<Resource> record) {
        Chart chart = PatientText.chartOf(record, "2026-06-01");
        assertThatCode(() -> {
                    CoveragePolicy.read(PatientText.KNOWLEDGE).values().forEach(policy -> new Eligibility(
                                    PatientText.KNOWLEDGE)
                            .of(chart, policy, Optional.empty())
                            .packet());
                    new MedicationSafety(PatientText.KNOWLEDGE).findings(chart);
                    chart.all(Procedure.class).forEach(procedure -> {
                        new Courses(PatientText.KNOWLEDGE).of(procedure, chart, Set.of());
                        new SessionCheck(PatientText.KNOWLEDGE).decide(procedure, chart);
                    });
                })
                .doesNotThrowAnyException();
    }

    private static List<Resource> record(boolean misshapen) {
        List<Resource> record = new ArrayList<>();
        TYPES.stream().map(Supplier::get).forEach(resource -> {
            resource.setId("r" + record.size());
            resource.getMeta().addProfile(Ours.definition("trd-condition"));
            if (misshapen) {
                EXTENSIONS.forEach(
                        id -> resource.addExtension(new Extension(Ours.definition(id), new StringType("x"))));
            }
            record.add(resource);
        });
        return record;
    }

    private static Procedure course(String code) {
        Procedure procedure = new Procedure();
        procedure.getCode().addCoding().setSystem(Ours.TMS).setCode(code);
        return procedure;
    }
}
