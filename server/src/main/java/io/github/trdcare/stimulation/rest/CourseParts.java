package io.github.trdcare.stimulation.rest;

import io.github.trdcare.assessment.rest.OutcomeParts;
import io.github.trdcare.door.Parts;
import io.github.trdcare.stimulation.CourseEvent;
import io.github.trdcare.stimulation.CourseSummary;
import io.github.trdcare.stimulation.CourseSummary.Count;
import io.github.trdcare.stimulation.CourseSummary.Line;
import io.github.trdcare.stimulation.CourseSummary.Pulses;
import io.github.trdcare.stimulation.Hold;
import io.github.trdcare.stimulation.Threshold;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;

/** Writes a course as it stands into an answer. */
public final class CourseParts {

    private CourseParts() {}

    public static void write(Parts answer, CourseSummary course) {
        answer.code("status", course.status());
        course.protocol().ifPresent(protocol -> answer.text("protocol", protocol));
        sessions(answer, course.sessions());
        pulses(answer, course.pulses());
        course.lines().forEach(line -> session(answer, line));
        course.thresholds().forEach(threshold -> threshold(answer, threshold));
        answer.day("threshold-due", course.thresholdDue())
                .number("adherence-percent", course.adherencePercent())
                .day("projected-end", course.projectedEnd());
        course.holds().forEach(hold -> hold(answer, hold));
        course.adverseEvents().forEach(event -> adverseEvent(answer, event));
        course.outcome().forEach(outcome -> OutcomeParts.step(answer, "outcome", outcome));
        answer.findings("conflict", course.conflict());
    }

    private static void sessions(Parts answer, Count count) {
        answer.part("sessions")
                .whole("prescribed", count.prescribed())
                .whole("authorised", count.authorised())
                .whole("delivered", count.delivered())
                .whole("missed", count.missed())
                .whole("remaining", count.remaining())
                .code("source", count.source());
    }

    /** ECT counts none. */
    private static void pulses(Parts answer, Pulses pulses) {
        if (pulses.planned().isPresent() || pulses.delivered().isPresent()) {
            answer.part("pulses").whole("planned", pulses.planned()).whole("delivered", pulses.delivered());
        }
    }

    private static void session(Parts answer, Line line) {
        Parts part = answer.part("session")
                .whole("number", line.session().number())
                .code(
                        "status",
                        Optional.ofNullable(line.session().procedure().getStatus())
                                .map(ProcedureStatus::toCode))
                .moment("start", line.session().start())
                .reference("reference", line.session().reference())
                .number("pctMT", line.percentOfThreshold())
                .whole("pulses", Optional.of(line.pulses()).filter(pulses -> pulses > 0));
        line.deviations().forEach(deviation -> part.text("deviation", deviation.text()));
    }

    private static void threshold(Parts answer, Threshold threshold) {
        answer.part("threshold")
                .value("value", new DecimalType(threshold.percent()))
                .moment("date", threshold.when())
                .code("kind", threshold.kind())
                .code("hemisphere", threshold.hemisphere())
                .reference("reference", threshold.reference());
    }

    private static void hold(Parts answer, Hold hold) {
        answer.part("hold")
                .moment("start", hold.start())
                .moment("end", hold.end())
                .value("reason", Optional.of(hold.reason()).filter(reason -> !reason.isEmpty()))
                .value("by", hold.by().map(Reference::new));
    }

    private static void adverseEvent(Parts answer, CourseEvent event) {
        CodeableConcept code = event.code().orElseGet(() -> new CodeableConcept().setText("not coded"));
        answer.part("adverse-event")
                .value("code", code)
                .moment("date", event.when())
                .reference("reference", event.reference());
    }
}
