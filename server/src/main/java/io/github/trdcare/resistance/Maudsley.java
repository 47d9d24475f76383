package io.github.trdcare.resistance;

import io.github.trdcare.chart.Moment;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * The Maudsley staging method (Fekadu 2009, 2018): duration 1-3, severity 1-5, failures 1-5, augmentation and ECT 0-1 each;
 * a part that is not known makes the total a range.
 */
public record Maudsley(
        Status status,
        Part duration,
        Part severity,
        Part failures,
        Part augmentation,
        Part ect,
        Optional<String> band) {

    /** How far the total can be relied on. */
    public enum Status {
        COMPUTED("computed"),
        RANGE("range"),
        INDICATIVE("indicative"),
        NOT_APPLICABLE("not-applicable");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** Points: at least so many, at most so many. */
    public record Part(int min, int max) {
        static Part of(int points) {
            return new Part(points, points);
        }

        Part plus(Part other) {
            return new Part(min + other.min, max + other.max);
        }
    }

    /** The sum of the parts. */
    public Part total() {
        return duration.plus(severity).plus(failures).plus(augmentation).plus(ect);
    }

    /** Of an episode with so many failed drugs, surely and perhaps. */
    static Maudsley of(
            Staging staging,
            Part duration,
            Optional<Severity> severity,
            Part failedDrugs,
            boolean augmented,
            boolean ect) {
        Part severityPart = severity.map(each -> Part.of(staging.severityPoints(each.name())))
                .orElse(new Part(1, 5));
        Part failures = new Part(staging.failurePoints(failedDrugs.min()), staging.failurePoints(failedDrugs.max()));
        Maudsley open = new Maudsley(
                Status.NOT_APPLICABLE,
                duration,
                severityPart,
                failures,
                Part.of(augmented ? 1 : 0),
                Part.of(ect ? 1 : 0),
                Optional.empty());
        return failedDrugs.min() == 0
                ? open
                : open.judged(staging, severity.filter(Severity::indicative).isPresent());
    }

    private Maudsley judged(Staging staging, boolean indicative) {
        boolean exact = total().min() == total().max();
        Status known = indicative ? Status.INDICATIVE : Status.COMPUTED;
        String low = staging.band(total().min());
        Optional<String> certain = Optional.of(low).filter(staging.band(total().max())::equals);
        return new Maudsley(exact ? known : Status.RANGE, duration, severity, failures, augmentation, ect, certain);
    }

    /** Full calendar months from onset to abatement, or to the day asked about. */
    static Part duration(Staging staging, Optional<Episode> episode, LocalDate today) {
        return episode.map(each -> {
                    Moment onset = each.onset();
                    LocalDate first = each.abatement().map(Moment::firstDay).orElse(today);
                    LocalDate last = each.abatement().map(Moment::lastDay).orElse(today);
                    return new Part(points(staging, onset.lastDay(), first), points(staging, onset.firstDay(), last));
                })
                .orElse(new Part(1, 3));
    }

    private static int points(Staging staging, LocalDate onset, LocalDate end) {
        long months = Period.between(onset, end).toTotalMonths();
        if (months <= staging.acuteMonths()) {
            return 1;
        }
        return months <= staging.subacuteMonths() ? 2 : 3;
    }
}
