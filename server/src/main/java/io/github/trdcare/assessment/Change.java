package io.github.trdcare.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Names a total against its baseline, by the scale's limits and the rule of change. */
final class Change {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Scale scale;
    private final ChangeRule rule;
    private final Optional<BigDecimal> baseline;

    Change(Scale scale, ChangeRule rule, Optional<BigDecimal> baseline) {
        this.scale = scale;
        this.rule = rule;
        this.baseline = baseline;
    }

    /** The fall in percent of the baseline; none without a baseline above zero or on a scale without percentages. */
    Optional<BigDecimal> percent(BigDecimal total) {
        return baseline.filter(start -> scale.percentages() && start.signum() > 0)
                .map(start -> start.subtract(total).multiply(HUNDRED).divide(start, MathContext.DECIMAL64));
    }

    Optional<Outcome> category(BigDecimal total) {
        if (scale.responseMax().isPresent()) {
            return Optional.of(isResponse(total) ? Outcome.RESPONSE : Outcome.NONE);
        }
        if (baseline.filter(start -> start.signum() == 0).isPresent()) {
            return Optional.of(Outcome.NOT_ASSESSABLE);
        }
        if (scale.inRemission(total)) {
            return Optional.of(Outcome.REMISSION);
        }
        return scale.percentages() ? percent(total).map(this::named) : Optional.of(Outcome.NOT_ASSESSABLE);
    }

    boolean isResponse(BigDecimal total) {
        return scale.responseMax().filter(max -> total.compareTo(max) <= 0).isPresent()
                || percent(total)
                        .filter(fall -> atLeast(fall, rule.responseFromPercent()))
                        .isPresent();
    }

    /** Whether a total that can be judged is no response. */
    boolean isLoss(BigDecimal total) {
        return percent(total)
                .filter(fall -> !atLeast(fall, rule.responseFromPercent()))
                .isPresent();
    }

    private Outcome named(BigDecimal fall) {
        if (atLeast(fall, rule.responseFromPercent())) {
            return Outcome.RESPONSE;
        }
        if (atLeast(fall, rule.partialFromPercent())) {
            return Outcome.PARTIAL;
        }
        return atLeast(fall.negate(), rule.worseningFromPercent()) ? Outcome.WORSENING : Outcome.NONE;
    }

    private static boolean atLeast(BigDecimal value, BigDecimal limit) {
        return value.compareTo(limit) >= 0;
    }
}
