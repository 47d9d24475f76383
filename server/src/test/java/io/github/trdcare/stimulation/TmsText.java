package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Ours;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** A course of TMS in lines of text: 10 Hz to the left at 120 % of threshold, unless {@code name=value} says otherwise. */
final class TmsText {
    private static final Set<String> CODED = Set.of("pattern", "target", "laterality");
    private static final Map<String, String> STANDARD = standard();

    private TmsText() {}

    static List<Resource> resources(List<String> lines) {
        return lines.stream().map(TmsText::resource).toList();
    }

    static Resource resource(String line) {
        String[] words = line.trim().split("\\s+");
        Map<String, String> more = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            if (sign > 0) {
                more.put(word.substring(0, sign), word.substring(sign + 1));
            }
        }
        return switch (words[0]) {
            case "order" -> order(more);
            case "course" -> course(words[1], more);
            case "threshold" -> threshold(words[1], words[2], more);
            case "session" -> session(words[1], words[2], more);
            case "missed" -> missed(words[1]);
            case "no-show" -> noShow(words[1]);
            default -> throw new IllegalArgumentException(line);
        };
    }

    private static ServiceRequest order(Map<String, String> more) {
        ServiceRequest order = new ServiceRequest();
        order.setId("order");
        order.addExtension(block("tms-prescription", more));
        if (more.containsKey("prescribed")) {
            order.addExtension(Ours.definition("sessions-prescribed"), new PositiveIntType(more.get("prescribed")));
        }
        return order;
    }

    private static Procedure course(String when, Map<String, String> more) {
        Procedure course = new Procedure()
                .setStatus(Procedure.ProcedureStatus.fromCode(more.getOrDefault("status", "in-progress")))
                .setCode(concept(more.getOrDefault("code", Ours.TMS + "|tms-course")))
                .setPerformed(period(when));
        course.setId("course");
        course.addBasedOn(new Reference("ServiceRequest/order"));
        course.getInstantiatesCanonical().add(new CanonicalType(Ours.BASE + "/PlanDefinition/tms-10hz-left"));
        if (more.containsKey("hold")) {
            Extension hold = new Extension(Ours.definition("course-hold"));
            Period period = period(more.get("hold"));
            hold.addExtension("start", period.getStartElement());
            if (period.hasEnd()) {
                hold.addExtension("end", period.getEndElement());
            }
            course.addExtension(hold);
        }
        if (more.containsKey("delivered")) {
            course.addExtension(Ours.definition("sessions-delivered"), new UnsignedIntType(more.get("delivered")));
        }
        return course;
    }

    private static Observation threshold(String when, String percent, Map<String, String> more) {
        Observation threshold = new Observation()
                .setStatus(Observation.ObservationStatus.FINAL)
                .setCode(concept(Ours.TMS + "|motor-threshold-" + more.getOrDefault("kind", "resting")))
                .setEffective(new DateTimeType(when))
                .setValue(new Quantity(new BigDecimal(percent).doubleValue())
                        .setSystem("http://unitsofmeasure.org")
                        .setCode("%"));
        threshold.setId("threshold-" + when.replaceAll("[^0-9]", "") + more.getOrDefault("kind", ""));
        threshold.addExtension(
                Ours.definition("tms-hemisphere"), concept(Ours.TMS + "|" + more.getOrDefault("side", "left")));
        threshold.addExtension(
                Ours.definition("tms-coil"), new Reference("Device/" + more.getOrDefault("coil", "coil")));
        if (more.containsKey("of")) {
            threshold.addPartOf(new Reference("Procedure/session-" + more.get("of")));
        }
        return threshold;
    }

    private static Procedure session(String number, String when, Map<String, String> more) {
        String[] parts = when.split("/");
        Instant start = Instant.parse(parts[0]);
        Instant end = start.plusSeconds(60L * Long.parseLong(parts[1]));
        Procedure session = new Procedure()
                .setStatus(Procedure.ProcedureStatus.fromCode(more.getOrDefault("status", "completed")))
                .setCode(concept(Ours.TMS + "|tms-session"))
                .setPerformed(period(start + ".." + end));
        session.setId("session-" + number + more.getOrDefault("id", ""));
        session.addPartOf(new Reference("Procedure/course"));
        session.addExtension(Ours.definition("session-number"), new PositiveIntType(number));
        session.addExtension(block("tms-delivered", more));
        session.addUsedReference(new Reference("Device/" + more.getOrDefault("coil", "coil")));
        if (more.containsKey("override")) {
            session.addExtension(new Extension(Ours.definition("safety-override"), new StringType("x")));
        }
        return session;
    }

    private static Procedure missed(String when) {
        Procedure missed = new Procedure().setStatus(Procedure.ProcedureStatus.NOTDONE);
        missed.setId("missed-" + when.replaceAll("[^0-9]", ""));
        missed.addPartOf(new Reference("Procedure/course"));
        missed.addExtension(Ours.definition("planned-slot"), new DateTimeType(when));
        return missed;
    }

    private static Appointment noShow(String when) {
        Appointment noShow = new Appointment()
                .setStatus(Appointment.AppointmentStatus.NOSHOW)
                .setStartElement(new InstantType(when));
        noShow.setId("no-show-" + when.replaceAll("[^0-9]", ""));
        noShow.addBasedOn(new Reference("ServiceRequest/order"));
        return noShow;
    }

    private static Extension block(String id, Map<String, String> more) {
        Map<String, String> parts = new LinkedHashMap<>(STANDARD);
        more.forEach((name, value) -> {
            if (parts.containsKey(name) || name.matches(".*(Hz|Burst|PctMSO|PctMT|Factor|sessions.*|Minutes|iti.*)")) {
                parts.put(name, value);
            }
        });
        parts.values().removeIf("-"::equals);
        Extension block = new Extension(Ours.definition(id));
        parts.forEach((name, value) -> block.addExtension(name, part(name, value)));
        if (more.containsKey("interrupted")) {
            block.addExtension(new Extension("interruption"));
        }
        return block;
    }

    private static Type part(String name, String value) {
        if (CODED.contains(name)) {
            return concept(Ours.TMS + "|" + value);
        }
        return name.equals("itiConvention") ? new CodeType(value) : new DecimalType(value);
    }

    private static Map<String, String> standard() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("pattern", "rtms");
        parts.put("target", "dlpfc");
        parts.put("laterality", "left");
        parts.put("trainDurationS", "4");
        parts.put("pulseRateHz", "10");
        parts.put("trains", "75");
        parts.put("interTrainIntervalS", "26");
        parts.put("itiConvention", "end-to-start");
        parts.put("pulsesPerTrain", "40");
        parts.put("pulsesTotal", "3000");
        parts.put("stimulationSeconds", "2224");
        parts.put("intensityPctMT", "120");
        return parts;
    }

    private static CodeableConcept concept(String code) {
        int bar = code.indexOf('|');
        return new CodeableConcept(new Coding(code.substring(0, bar), code.substring(bar + 1), null));
    }

    private static Period period(String text) {
        String[] ends = text.split("\\.\\.");
        Period period = new Period();
        period.setStartElement(new DateTimeType(ends[0]));
        if (ends.length > 1) {
            period.setEndElement(new DateTimeType(ends[1]));
        }
        return period;
    }
}
