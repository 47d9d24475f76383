package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.UnsignedIntType;

/** Writes on a course that ends what its sessions amount to; before, a course carries no totals that count. */
public final class CourseTotals {
    private static final Set<ProcedureStatus> ENDS = Set.of(ProcedureStatus.COMPLETED, ProcedureStatus.STOPPED);
    private static final List<String> COURSES =
            List.of(Ours.definition("tms-course"), Ours.definition("trd-ect-course"));

    private CourseTotals() {}

    /** Whether a change ends a course of ours. */
    public static boolean ends(Procedure before, Procedure after) {
        return ENDS.contains(after.getStatus())
                && !ENDS.contains(before.getStatus())
                && COURSES.stream().anyMatch(after.getMeta()::hasProfile);
    }

    /** Puts the totals on the course; one without sessions on record keeps what it states. */
    public static void write(Procedure course, Chart chart) {
        List<Session> given = Session.of(chart, References.to(course)).stream()
                .filter(Session::given)
                .toList();
        if (!given.isEmpty()) {
            put(course, "sessions-delivered", new UnsignedIntType(given.size()));
            int pulses = given.stream().mapToInt(Session::pulses).sum();
            if (pulses > 0) {
                put(course, "pulses-delivered-total", new UnsignedIntType(pulses));
            }
        }
    }

    private static void put(Procedure course, String id, Type value) {
        String url = Ours.definition(id);
        course.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
        course.addExtension(new Extension(url, value));
    }
}
