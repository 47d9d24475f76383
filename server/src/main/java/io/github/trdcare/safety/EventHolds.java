package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import io.github.trdcare.stimulation.Hold;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** After a seizure or a switch to mania the course waits until a clinician has decided. */
public final class EventHolds {
    private final List<Row> rows;
    private final Treatments treatments;

    public EventHolds(Knowledge knowledge) {
        this.rows = knowledge.document("safety.yaml").row("holds").named();
        this.treatments = new Treatments(knowledge);
    }

    /** Whether an event stops courses. */
    public boolean concerns(AdverseEvent event) {
        return Mistakes.standsCorrect(event) && row(event).isPresent();
    }

    /** The alert of such an event. */
    public Optional<Alert> alert(AdverseEvent event, Moment arrival, Chart chart) {
        if (!concerns(event) || !References.of(event.getSubject()).startsWith("Patient/")) {
            return Optional.empty();
        }
        Moment when = chart.start(event.getDateElement()).orElse(arrival);
        return Optional.of(new Alert(
                "adverse-event-serious",
                row(event).orElseThrow().text("reason"),
                References.of(event.getSubject()),
                when,
                List.of(References.to(event)),
                Optional.of(References.to(event))));
    }

    /** The courses, each with its hold, that the event puts on hold; one that is on hold already is left alone. */
    public List<Procedure> held(AdverseEvent event, Moment arrival, Chart chart) {
        if (!concerns(event)) {
            return List.of();
        }
        Moment when = chart.start(event.getDateElement()).orElse(arrival);
        return courses(event, chart)
                .filter(course -> Hold.of(chart, course).stream()
                        .noneMatch(hold -> hold.covers(when) || hold.end().isEmpty()))
                .map(course -> onHold(course, event, row(event).orElseThrow().text("reason")))
                .toList();
    }

    private Optional<Row> row(AdverseEvent event) {
        return rows.stream()
                .filter(row -> Coded.is(event.getEvent(), row.text("event")))
                .findFirst();
    }

    /** Those of the suspected sessions and courses; where none is suspected, every one that is under way. */
    private Stream<Procedure> courses(AdverseEvent event, Chart chart) {
        List<Procedure> suspected = event.getSuspectEntity().stream()
                .map(suspect -> References.of(suspect.getInstance()))
                .flatMap(reference -> chart.find(Procedure.class, reference).stream())
                .flatMap(procedure -> procedure.getPartOf().isEmpty()
                        ? Stream.of(procedure)
                        : References.of(procedure.getPartOf()).stream()
                                .flatMap(course -> chart.find(Procedure.class, course).stream()))
                .distinct()
                .toList();
        return (suspected.isEmpty() ? chart.all(Procedure.class) : suspected)
                .stream()
                        .filter(procedure -> procedure.getPartOf().isEmpty()
                                && procedure.getStatus() == ProcedureStatus.INPROGRESS
                                && treatments.byCode(procedure).isPresent());
    }

    private static Procedure onHold(Procedure course, AdverseEvent event, String reason) {
        Procedure held = course.copy();
        held.setStatus(ProcedureStatus.ONHOLD);
        Extension hold = held.addExtension().setUrl(Ours.definition("course-hold"));
        DateTimeType start = event.hasDate()
                ? event.getDateElement().copy()
                : new DateTimeType(event.getMeta().getLastUpdated());
        hold.addExtension("start", start);
        hold.addExtension("reason", new CodeableConcept().setText(reason));
        if (References.of(event.getRecorder()).startsWith("Practitioner")) {
            hold.addExtension("by", event.getRecorder().copy());
        }
        return held;
    }
}
