package io.github.trdcare.resistance;

import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A drug of the treatment of depression, as {@code agents.csv} describes it.
 *
 * @param rxnorm code of the ingredient, where a public source verifies one
 * @param drugClass class of an antidepressant
 * @param floorMg lowest adequate dose, mg a day
 * @param floorForm the only form for which the floor is meant
 * @param maoiGapDays days between its last dose and an MAOI
 * @param monitoring what to watch while it augments
 */
public record Agent(
        String name,
        Optional<String> rxnorm,
        Kind kind,
        Optional<String> drugClass,
        Optional<BigDecimal> floorMg,
        Optional<String> floorForm,
        Optional<Integer> maoiGapDays,
        boolean lowersSeizureThreshold,
        Optional<String> monitoring,
        List<String> names) {

    /** What a drug is to depression; only antidepressants make trials that can fail. */
    public enum Kind {
        ANTIDEPRESSANT,
        AUGMENTATION,
        KETAMINE
    }

    private static final Set<String> KINDS = Set.of("antidepressant", "augmentation", "ketamine");

    static Agent of(Row row) {
        String kind = row.text("kind");
        if (!KINDS.contains(kind)) {
            throw row.wrong("kind is none of " + KINDS + ": " + kind);
        }
        row.text("source");
        return new Agent(
                row.key(),
                row.optional("rxnorm"),
                Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT)),
                row.optional("class"),
                row.optionalNumber("floor_mg"),
                row.optional("floor_form"),
                row.optionalWhole("maoi_gap_days"),
                row.flag("seizure_threshold"),
                row.optional("monitoring"),
                Stream.concat(Stream.of(row.key()), row.texts("names").stream()).toList());
    }

    public boolean isAntidepressant() {
        return kind == Kind.ANTIDEPRESSANT;
    }

    public boolean isMaoi() {
        return drugClass.filter("maoi"::equals).isPresent();
    }
}
