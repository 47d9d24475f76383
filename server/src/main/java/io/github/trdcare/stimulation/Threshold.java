package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;

/**
 * A motor threshold.
 *
 * @param kind motor-threshold-resting or motor-threshold-active
 * @param percent of the stimulator's maximum output
 * @param sessions references of the sessions that found it
 */
public record Threshold(
        String reference,
        String kind,
        Optional<String> hemisphere,
        Optional<String> coil,
        BigDecimal percent,
        Moment when,
        List<String> sessions) {
    private static final String RESTING = "motor-threshold-resting";
    private static final List<String> KINDS = List.of(RESTING, "motor-threshold-active");

    /** Every threshold of the chart, oldest first; one without a percentage is none. */
    public static List<Threshold> of(Chart chart) {
        return chart.all(Observation.class).stream()
                .flatMap(observation -> of(chart, observation).stream())
                .sorted(Comparator.comparing(Threshold::when).thenComparing(Threshold::reference))
                .toList();
    }

    /** The latest found at or before a session's start, of the same side, coil and kind; resting unless told otherwise. */
    static Optional<Threshold> inForce(List<Threshold> all, Session session, Block block) {
        String kind = block.reference("thresholdReference")
                .flatMap(reference -> all.stream()
                        .filter(each -> each.reference.equals(reference))
                        .findFirst())
                .map(Threshold::kind)
                .orElse(RESTING);
        return all.stream()
                .filter(each -> each.kind.equals(kind) && each.fits(session, block))
                .filter(each -> !each.when.first().isAfter(session.start().first())
                        || each.sessions.contains(session.reference()))
                .reduce((earlier, later) -> later);
    }

    private boolean fits(Session session, Block block) {
        boolean side = block.code("laterality")
                .filter(laterality -> !laterality.equals("bilateral"))
                .map(laterality -> hemisphere.filter(laterality::equals).isPresent())
                .orElse(true);
        return side && coil.map(session::uses).orElse(true);
    }

    private static Optional<Threshold> of(Chart chart, Observation observation) {
        Optional<String> kind = Coded.in(observation.getCode(), Ours.TMS).filter(KINDS::contains);
        Optional<BigDecimal> percent =
                observation.getValue() instanceof Quantity quantity ? Units.in(quantity, "%") : Optional.empty();
        Optional<Moment> when = chart.start(observation.getEffective());
        if (kind.isEmpty() || percent.isEmpty() || when.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Threshold(
                References.to(observation),
                kind.get(),
                Extensions.code(observation, "tms-hemisphere"),
                Extensions.reference(observation, "tms-coil"),
                percent.get(),
                when.get(),
                References.of(observation.getPartOf())));
    }
}
