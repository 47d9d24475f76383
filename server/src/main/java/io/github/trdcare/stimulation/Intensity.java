package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds the output of a block to threshold × percent × depth factor, and its percent to the cap; lower is always legal. */
final class Intensity {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CourseRules rules;
    private final List<Threshold> thresholds;
    private final CourseOrder order;
    private final Session session;

    Intensity(CourseRules rules, List<Threshold> thresholds, CourseOrder order, Session session) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.order = order;
        this.session = session;
    }

    List<Refusal> check(Block block) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Threshold> threshold = Threshold.inForce(thresholds, session, block);
        if (threshold.isEmpty()) {
            refusals.add(Refusal.content(
                    "no-threshold",
                    block.expression(),
                    "No motor threshold of this side and coil is in force at the start of the session",
                    "a motor threshold found at or before " + session.start().first()));
        }
        threshold.flatMap(found -> output(block, found)).ifPresent(refusals::add);
        aboveMaximum(block).ifPresent(refusals::add);
        aboveCap(block).ifPresent(refusals::add);
        return refusals;
    }

    private Optional<Refusal> output(Block block, Threshold threshold) {
        Optional<BigDecimal> percent = block.number("intensityPctMT");
        Optional<BigDecimal> stated = block.number("intensityPctMSO");
        BigDecimal depth = block.number("depthFactor").orElse(BigDecimal.ONE);
        Optional<BigDecimal> right = percent.map(
                each -> threshold.percent().multiply(each).multiply(depth).divide(HUNDRED, MathContext.DECIMAL64));
        return right.flatMap(
                output -> stated.filter(given -> given.subtract(output).abs().compareTo(rules.tolerance()) > 0)
                        .map(given -> Refusal.content(
                                "intensity",
                                block.at("intensityPctMSO"),
                                percent.get().toPlainString() + " % of a threshold of "
                                        + threshold.percent().toPlainString() + " % is an output of " + plain(output)
                                        + " %, not "
                                        + given.toPlainString(),
                                plain(output))));
    }

    private Optional<Refusal> aboveMaximum(Block block) {
        return block.number("intensityPctMSO")
                .filter(given -> given.compareTo(rules.maxOutput()) > 0)
                .map(given -> Refusal.content(
                        "output-maximum",
                        block.at("intensityPctMSO"),
                        "No stimulator gives more than its maximum",
                        "at most " + rules.maxOutput()));
    }

    /** The cap of the prescription with the same pattern and side; without one, a little above what it prescribes. */
    private Optional<Refusal> aboveCap(Block block) {
        Optional<BigDecimal> cap = order.like(block).flatMap(prescribed -> prescribed
                .number("intensityCapPctMT")
                .or(() -> prescribed.number("intensityPctMT").map(rules.capAbovePrescribed()::add)));
        return cap.flatMap(most -> block.number("intensityPctMT")
                .filter(given -> given.compareTo(most) > 0)
                .map(given -> Refusal.content(
                        "intensity-cap",
                        block.at("intensityPctMT"),
                        given.toPlainString() + " % of threshold is above the cap of the order",
                        "at most " + most.toPlainString())));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
