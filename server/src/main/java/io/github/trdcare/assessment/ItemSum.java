package io.github.trdcare.assessment;

import io.github.trdcare.assessment.Scale.Domain;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the items of a scale add up to.
 *
 * @param total the sum of the domains, when each is answered
 * @param unanswered how many domains are not
 */
record ItemSum(Optional<BigDecimal> total, int unanswered) {

    /** Adds up the answers, by item number from 1. */
    static ItemSum of(Scale scale, Map<Integer, BigDecimal> answers) {
        List<Optional<BigDecimal>> domains =
                scale.domains().stream().map(domain -> highest(domain, answers)).toList();
        int unanswered = (int) domains.stream().filter(Optional::isEmpty).count();
        return new ItemSum(
                unanswered > 0
                        ? Optional.empty()
                        : Optional.of(
                                domains.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add)),
                unanswered);
    }

    boolean complete() {
        return total.isPresent();
    }

    private static Optional<BigDecimal> highest(Domain domain, Map<Integer, BigDecimal> answers) {
        boolean answered =
                domain.parts().stream().allMatch(part -> part.stream().anyMatch(answers::containsKey));
        return answered
                ? domain.parts().stream()
                        .flatMap(Collection::stream)
                        .filter(answers::containsKey)
                        .map(answers::get)
                        .max(BigDecimal::compareTo)
                : Optional.empty();
    }
}
