package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** One visit of a course: given, stopped half-way, missed or still to come. */
public record Session(String reference, Procedure procedure, Span span) {
    private static final Set<ProcedureStatus> GIVEN = EnumSet.of(ProcedureStatus.COMPLETED, ProcedureStatus.STOPPED);

    /** The visits of a course that have come, oldest first. */
    public static List<Session> of(Chart chart, String course) {
        return chart.all(Procedure.class).stream()
                .filter(procedure -> References.any(procedure.getPartOf(), course))
                .flatMap(procedure -> of(chart, procedure).stream())
                .sorted(Comparator.comparing(Session::start).thenComparing(Session::reference))
                .toList();
    }

    /** A visit that has a time: when it was, or for a missed one when it was to be. */
    public static Optional<Session> of(Chart chart, Procedure procedure) {
        return chart.span(procedure.getPerformed())
                .or(() -> plannedSlot(procedure).flatMap(chart::span))
                .map(span -> new Session(References.to(procedure), procedure, span));
    }

    public Moment start() {
        return span.start();
    }

    public boolean given() {
        return GIVEN.contains(procedure.getStatus());
    }

    public boolean missed() {
        return procedure.getStatus() == ProcedureStatus.NOTDONE;
    }

    public boolean stopped() {
        return procedure.getStatus() == ProcedureStatus.STOPPED;
    }

    public Optional<Integer> number() {
        return Extensions.whole(procedure, "session-number");
    }

    public List<Block> blocks() {
        return Block.delivered(procedure);
    }

    /** Pulses of all its blocks. */
    public int pulses() {
        return blocks().stream()
                .flatMap(block -> block.whole("pulsesTotal").stream())
                .mapToInt(Integer::intValue)
                .sum();
    }

    boolean uses(String device) {
        return !procedure.hasUsedReference() || References.any(procedure.getUsedReference(), device);
    }

    private static Optional<DateTimeType> plannedSlot(Procedure procedure) {
        return Extensions.value(procedure, "planned-slot", DateTimeType.class);
    }
}
