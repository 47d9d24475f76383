package io.github.trdcare.resistance;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a definition of treatment resistance asks of a trial and of their number, as {@code policies/*.yaml} says.
 *
 * @param version tells apart revisions of one policy, the newest sorts last
 * @param date the payer's own date, where it is known
 * @param minDays fewest days at or above the floor dose
 * @param minAdherencePercent fewest doses taken of those prescribed
 * @param adherenceRequired whether a trial without a word on adherence stays open
 * @param failureMaxImprovementPercent improvement below this is failure
 * @param clearNonResponseDays days from which a clear non-response counts although the trial is short
 * @param intoleranceCounts whether a stop for intolerance counts as a failure
 */
public record AdequacyPolicy(
        String id,
        String version,
        String title,
        Optional<String> date,
        String source,
        int minDays,
        Optional<BigDecimal> minAdherencePercent,
        boolean adherenceRequired,
        BigDecimal failureMaxImprovementPercent,
        Optional<Integer> clearNonResponseDays,
        boolean intoleranceCounts,
        int minTrials,
        int minClasses,
        String floorBasis) {

    /** Every shipped policy and those of the clinic, by {@code id} (the newest) and {@code id|version}. */
    public static Map<String, AdequacyPolicy> read(Knowledge knowledge) {
        Map<String, AdequacyPolicy> policies = new TreeMap<>();
        List<AdequacyPolicy> all = knowledge.folder("policies").entrySet().stream()
                .map(file -> of(file.getKey(), file.getValue()))
                .sorted(Comparator.comparing(AdequacyPolicy::version))
                .toList();
        all.forEach(policy -> {
            policies.put(policy.id, policy);
            policies.put(policy.id + "|" + policy.version, policy);
        });
        return policies;
    }

    private static AdequacyPolicy of(String file, Row document) {
        Row about = document.row("policy").row("about");
        Row trial = document.row("adequacy").row("trial");
        trial.text("source");
        return new AdequacyPolicy(
                about.optional("id").orElse(file),
                about.text("version"),
                about.text("title"),
                about.optional("date"),
                about.text("source"),
                trial.whole("minDays"),
                trial.optionalNumber("minAdherencePercent"),
                "indeterminate".equals(trial.text("missingAdherence")),
                trial.number("failureMaxImprovementPercent"),
                trial.optionalWhole("clearNonResponseDays"),
                trial.flag("intoleranceCounts"),
                trial.whole("minTrials"),
                trial.whole("minClasses"),
                trial.text("floorBasis"));
    }
}
