package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** What a chart shows that a policy for TMS may ask for, as references. */
record TmsRecord(Chart chart) {

    /** Orders of TMS that stand, in the order of their ids. */
    List<ServiceRequest> orders() {
        return chart.all(ServiceRequest.class).stream()
                .filter(order -> Coded.isOurs(order.getCode(), Ours.TMS, "tms-course")
                        && order.getStatus() != ServiceRequestStatus.REVOKED)
                .toList();
    }

    List<String> signedOrders() {
        return orders().stream()
                .filter(ServiceRequest::hasRequester)
                .map(References::to)
                .toList();
    }

    /** Courses of TMS that have ended. */
    List<Procedure> endedCourses() {
        return chart.all(Procedure.class).stream()
                .filter(course -> Coded.isOurs(course.getCode(), Ours.TMS, "tms-course"))
                .filter(course -> chart.span(course.getPerformed())
                        .filter(span -> span.end().isPresent())
                        .isPresent())
                .toList();
    }

    List<String> helpfulCourses() {
        return endedCourses().stream()
                .filter(course -> outcome(course)
                        .filter(each -> each.equals("response") || each.equals("remission"))
                        .isPresent())
                .map(References::to)
                .toList();
    }

    static Optional<String> outcome(Procedure course) {
        return Coded.in(course.getOutcome(), Ours.TRD).filter(code -> !code.equals("unknown"));
    }

    List<String> safetyScreens() {
        return chart.all(QuestionnaireResponse.class).stream()
                .filter(form -> form.hasQuestionnaire()
                        && form.getQuestionnaire()
                                .split("\\|")[0]
                                .equals(Ours.BASE + "/Questionnaire/tms-safety-screen"))
                .filter(form -> chart.start(form.getAuthoredElement()).isPresent())
                .map(References::to)
                .toList();
    }

    List<String> stimulators() {
        return chart.all(Device.class).stream()
                .filter(device -> Coded.isOurs(device.getType(), Ours.TMS, "tms-stimulator"))
                .map(References::to)
                .toList();
    }

    List<String> ketamine() {
        return chart.all(MedicationAdministration.class).stream()
                .filter(given -> chart.start(given.getEffective()).isPresent()
                        && given.getMedication() instanceof CodeableConcept drug
                        && Coded.words(drug).anyMatch(words -> words.toLowerCase(Locale.ROOT)
                                .contains("ketamine")))
                .map(References::to)
                .toList();
    }

    /** Active flags that concern TMS; only they are asked. */
    List<Finding> contraindications() {
        return chart.all(Flag.class).stream()
                .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE
                        && chart.start(flag.getPeriod()).isPresent()
                        && Extensions.code(flag, "contraindication-treatment")
                                .filter("tms"::equals)
                                .isPresent())
                .map(flag -> Finding.of(
                                Coded.in(flag.getCode(), Ours.TRD).orElse("contraindication"),
                                Coded.words(flag.getCode()).findFirst().orElse("A flag") + ": speaks against TMS",
                                References.to(flag))
                        .with(Extensions.code(flag, "contraindication-tier").orElse("relative")))
                .toList();
    }
}
