package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Condition;

/** One depressive episode: a Condition of our profile; no other Condition says when an episode began. */
public record Episode(String reference, Moment onset, Optional<Moment> abatement, Condition condition) {

    /** The episodes that have begun, oldest first. */
    public static List<Episode> of(Chart chart) {
        return chart.all(Condition.class).stream()
                .filter(condition -> condition.getMeta().hasProfile(Ours.definition("trd-condition")))
                .flatMap(condition -> chart
                        .start(condition.getOnset())
                        .map(onset -> new Episode(References.to(condition), onset, ended(chart, condition), condition))
                        .stream())
                .sorted(Comparator.comparing(Episode::onset).thenComparing(Episode::reference))
                .toList();
    }

    /** The one asked for, else the latest that lasts, else the latest. */
    public static Optional<Episode> chosen(List<Episode> episodes, Optional<String> asked) {
        if (asked.isPresent()) {
            return episodes.stream()
                    .filter(episode -> episode.reference().equals(asked.get()))
                    .findFirst();
        }
        return latest(episodes.stream()
                        .filter(episode -> episode.abatement().isEmpty())
                        .toList())
                .or(() -> latest(episodes));
    }

    /** Whether something that began then began in this episode. */
    public boolean holds(Moment start) {
        return !start.last().isBefore(onset.first())
                && abatement
                        .filter(end -> start.firstDay().isAfter(end.lastDay()))
                        .isEmpty();
    }

    private static Optional<Episode> latest(List<Episode> episodes) {
        return episodes.stream().reduce((earlier, later) -> later);
    }

    private static Optional<Moment> ended(Chart chart, Condition condition) {
        return condition.getAbatement() instanceof org.hl7.fhir.r4.model.Period period
                ? chart.start(period.getEndElement())
                : chart.start(condition.getAbatement());
    }
}
