package io.github.trdcare.resistance;

import io.github.trdcare.chart.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far a depression resists treatment, and why.
 *
 * @param episode the episode that the verdict is about
 * @param trials every trial of the record, also of other episodes
 * @param failedClasses major classes that surely failed in the episode
 * @param enoughFailures whether the failures alone are as many as the policy asks
 * @param severity how severe the depression is now, where that is known
 * @param exclusion what lies outside the definition
 */
public record ResistanceVerdict(
        AdequacyPolicy policy,
        Optional<Episode> episode,
        List<Trial> trials,
        int failedTrials,
        Set<String> failedClasses,
        Answer enoughFailures,
        Answer meetsTrd,
        Optional<Severity> severity,
        String thaseRush,
        Maudsley maudsley,
        List<Finding> stated,
        List<Finding> exclusion,
        List<Finding> missing,
        List<Finding> conflict) {

    /** The verdict in words: what failed, what the policy asks, and what keeps it from being clear. */
    public String reason() {
        String counted = "%d trials of %d classes failed beyond doubt; policy \"%s\" asks for at least %d of %d"
                .formatted(failedTrials, failedClasses.size(), policy.title(), policy.minTrials(), policy.minClasses());
        if (!exclusion.isEmpty()) {
            return counted + "; the depression lies outside the definition: "
                    + exclusion.stream().map(Finding::text).collect(Collectors.joining("; "));
        }
        return meetsTrd == Answer.INDETERMINATE ? counted + "; what is missing can decide it" : counted;
    }
}
