package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Flags;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** What a chart shows that a policy for TMS may ask for, as references. */
record TmsRecord(Chart chart) {
    private static final String TIER = "contraindication-tier";

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

    /** Flags that stand against TMS; only they are asked. One that is overruled speaks as a relative one does. */
    List<Finding> contraindications() {
        return flags().map(flag -> Finding.of(
                                Coded.in(flag.getCode(), Ours.TRD).orElse("contraindication"),
                                title(flag) + ": speaks against TMS"
                                        + (overruling(flag).isEmpty() ? "" : ", overruled by a clinician"),
                                Stream.concat(Stream.of(References.to(flag)), overruling(flag).stream())
                                        .toList())
                        .with(
                                overruling(flag).isEmpty()
                                        ? Extensions.code(flag, TIER).orElse("relative")
                                        : "relative"))
                .toList();
    }

    /** Who reads the verdict must know that an absolute contraindication was overruled, and where that is signed. */
    List<Finding> overruled() {
        return flags().filter(flag ->
                        Extensions.code(flag, TIER).filter("absolute"::equals).isPresent()
                                && !overruling(flag).isEmpty())
                .map(flag -> Finding.of(
                        "contraindication-overruled",
                        title(flag) + " is an absolute contraindication; a clinician has signed an override",
                        Stream.concat(Stream.of(References.to(flag)), overruling(flag).stream())
                                .toList()))
                .toList();
    }

    private Stream<Flag> flags() {
        return chart.all(Flag.class).stream()
                .filter(flag -> Flags.stand(flag, chart)
                        && Extensions.code(flag, "contraindication-treatment")
                                .filter("tms"::equals)
                                .isPresent());
    }

    /** The orders of TMS, and its courses under way, that carry a signed override of a flag. */
    private List<String> overruling(Flag flag) {
        Stream<Procedure> courses = chart.all(Procedure.class).stream()
                .filter(course -> Coded.isOurs(course.getCode(), Ours.TMS, "tms-course")
                        && chart.span(course.getPerformed())
                                .filter(span -> span.end().isEmpty())
                                .isPresent());
        return Stream.concat(orders().stream(), courses)
                .filter(record -> SignedOverride.of(record).stream().anyMatch(each -> each.opens(flag, chart)))
                .map(References::to)
                .toList();
    }

    private static String title(Flag flag) {
        return Coded.words(flag.getCode()).findFirst().orElse("A flag");
    }
}
