package io.github.trdcare.resistance;

import io.github.trdcare.chart.Moment;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The records of one drug in one episode, read as one trial. */
record TrialRecords(Agent agent, Optional<Episode> episode, List<Exposure> exposures) {

    /** The earliest statement names the trial, else the earliest request, else the earliest administration. */
    Exposure naming() {
        return exposures.stream()
                .min(Comparator.comparing(Exposure::source)
                        .thenComparing(Exposure::start)
                        .thenComparing(Exposure::reference))
                .orElseThrow();
    }

    Moment start() {
        return exposures.get(0).start();
    }

    Optional<Moment> end() {
        boolean ended = exposures.stream().allMatch(exposure -> exposure.end().isPresent());
        return ended
                ? exposures.stream()
                        .flatMap(exposure -> exposure.end().stream())
                        .max(Moment::compareTo)
                : Optional.empty();
    }

    Optional<String> recordedOutcome() {
        return exposures.stream()
                .flatMap(exposure -> exposure.notes().outcome().stream())
                .filter(outcome -> !outcome.equals("unknown"))
                .reduce((earlier, later) -> later);
    }

    boolean lackOfEfficacy() {
        return exposures.stream().anyMatch(exposure -> exposure.notes().lackOfEfficacy());
    }

    Optional<BigDecimal> adherencePercent() {
        return exposures.stream()
                .flatMap(exposure -> exposure.notes().adherencePercent().stream())
                .reduce((earlier, later) -> later);
    }

    Optional<String> recordedStrategy() {
        return exposures.stream()
                .flatMap(exposure -> exposure.notes().strategy().stream())
                .findFirst();
    }

    boolean inferred() {
        return exposures.stream().allMatch(exposure -> exposure.product().inferred());
    }

    boolean adequateForm() {
        return exposures.stream().anyMatch(Exposure::adequateForm);
    }

    List<String> evidence() {
        return exposures.stream().map(Exposure::reference).distinct().toList();
    }
}
