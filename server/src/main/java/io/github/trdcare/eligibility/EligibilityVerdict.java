package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.eligibility.Criterion.Status;
import io.github.trdcare.resistance.ResistanceVerdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy says to a record.
 *
 * @param contraindications active flags for TMS; their value is the tier
 * @param notes what a reader should know beside the criteria
 */
public record EligibilityVerdict(
        CoveragePolicy policy,
        ResistanceVerdict resistance,
        List<Criterion> criteria,
        List<Finding> contraindications,
        List<Finding> notes) {

    /** Not met if anything is not met or an absolute contraindication stands, else missing if anything is, else met. */
    public Status overall() {
        boolean blocked = contraindications.stream()
                .anyMatch(flag -> flag.value().filter("absolute"::equals).isPresent());
        if (blocked || any(Status.NOT_MET)) {
            return Status.NOT_MET;
        }
        return any(Status.MISSING) ? Status.MISSING : Status.MET;
    }

    /** References of everything that the packet for the payer holds, each once. */
    public List<String> packet() {
        return Stream.of(
                        criteria.stream().flatMap(criterion -> criterion.evidence().stream()),
                        resistance.episode().stream().map(episode -> episode.reference()),
                        resistance.trials().stream().flatMap(trial -> trial.evidence().stream()),
                        contraindications.stream().flatMap(flag -> flag.evidence().stream()))
                .flatMap(references -> references)
                .distinct()
                .toList();
    }

    private boolean any(Status status) {
        return criteria.stream().anyMatch(criterion -> criterion.status() == status);
    }
}
