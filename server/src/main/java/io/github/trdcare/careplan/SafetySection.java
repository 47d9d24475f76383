package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Flag;

/** What a plan's document says of the patient's safety: Flags and adverse events. */
final class SafetySection {
    private final Chart chart;

    SafetySection(Chart chart) {
        this.chart = chart;
    }

    DocumentSection section() {
        List<Flag> flags = chart.all(Flag.class).stream()
                .filter(flag -> chart.mayHaveBegun(flag.getPeriod()))
                .toList();
        List<AdverseEvent> events = chart.all(AdverseEvent.class).stream()
                .filter(event -> chart.mayHaveBegun(event.getDateElement()))
                .toList();
        Prose prose = new Prose()
                .list(flags.stream()
                        .map(flag -> Worded.concept(flag.getCode()) + ": " + Worded.status(flag) + ", "
                                + Worded.span(chart.span(flag.getPeriod())))
                        .toList())
                .list(events.stream()
                        .map(event -> Worded.concept(event.getEvent()) + ", "
                                + Worded.span(chart.span(event.getDateElement())))
                        .toList());
        if (flags.isEmpty() && events.isEmpty()) {
            prose.paragraph("No safety flag and no adverse event is on record.");
        }
        return DocumentSection.of(
                "Safety",
                prose,
                Stream.concat(flags.stream(), events.stream())
                        .map(References::to)
                        .toList());
    }
}
