package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a block's counts and times to each other: pulses of a train, pulses in total, seconds of stimulation. The interval
 * between trains is end to start (vendors) or onset to onset (NIBS-BIDS), as the block says.
 */
final class BlockArithmetic {
    private final Block block;
    private final boolean whole;
    private final List<Refusal> refusals = new ArrayList<>();

    private BlockArithmetic(Block block, boolean whole) {
        this.block = block;
        this.whole = whole;
    }

    /** An interrupted or stopped block may hold fewer pulses than its trains make, and any time. */
    static List<Refusal> check(Block block, boolean whole) {
        BlockArithmetic arithmetic = new BlockArithmetic(block, whole && !block.interrupted());
        arithmetic.pulsesPerTrain();
        arithmetic.pulsesTotal();
        arithmetic.stimulationSeconds();
        return arithmetic.refusals;
    }

    /** The pulses that a train of this block makes: of theta burst, the pulses of its bursts; ties round up. */
    static Optional<BigDecimal> pulsesOfTrain(Block block) {
        Optional<BigDecimal> seconds = block.number("trainDurationS");
        Optional<BigDecimal> perBurst = block.number("pulsesPerBurst");
        return perBurst.isPresent()
                ? block.number("burstRateHz")
                        .flatMap(rate -> seconds.map(rate::multiply))
                        .map(BlockArithmetic::rounded)
                        .map(perBurst.get()::multiply)
                : block.number("pulseRateHz")
                        .flatMap(rate -> seconds.map(rate::multiply))
                        .map(BlockArithmetic::rounded);
    }

    private void pulsesPerTrain() {
        pulsesOfTrain(block).ifPresent(made -> block.number("pulsesPerTrain")
                .filter(stated -> stated.compareTo(made) != 0)
                .ifPresent(stated -> refusals.add(Refusal.content(
                        "pulses-per-train",
                        block.at("pulsesPerTrain"),
                        "Rate and duration of a train make " + made.toPlainString() + " pulses, not " + stated,
                        made.toPlainString()))));
    }

    private void pulsesTotal() {
        Optional<BigDecimal> perTrain = block.number("pulsesPerTrain").or(() -> pulsesOfTrain(block));
        Optional<BigDecimal> made = block.number("trains").flatMap(trains -> perTrain.map(trains::multiply));
        made.ifPresent(most -> block.number("pulsesTotal")
                .filter(stated -> whole ? stated.compareTo(most) != 0 : stated.compareTo(most) > 0)
                .ifPresent(stated -> refusals.add(Refusal.content(
                        "pulses-total",
                        block.at("pulsesTotal"),
                        "Trains and pulses of a train make " + most.toPlainString() + " pulses, not " + stated,
                        (whole ? "" : "at most ") + most.toPlainString()))));
    }

    private void stimulationSeconds() {
        Optional<BigDecimal> seconds = block.number("stimulationSeconds");
        Optional<Window> window = window();
        if (!whole || seconds.isEmpty() || window.isEmpty() || window.get().holds(seconds.get())) {
            return;
        }
        refusals.add(Refusal.content(
                "stimulation-time",
                block.at("stimulationSeconds"),
                "Trains and intervals take between " + window.get() + " seconds, not " + seconds.get(),
                window.get()));
    }

    private Optional<Window> window() {
        Optional<BigDecimal> trains = block.number("trains");
        Optional<BigDecimal> train = block.number("trainDurationS");
        Optional<BigDecimal> interval = block.number("interTrainIntervalS");
        if (trains.isEmpty() || train.isEmpty() || interval.isEmpty()) {
            return Optional.empty();
        }
        boolean fromOnset =
                block.code("itiConvention").filter("onset-to-onset"::equals).isPresent();
        BigDecimal gap = fromOnset ? interval.get().subtract(train.get()) : interval.get();
        BigDecimal most = trains.get().multiply(train.get().add(gap));
        return Optional.of(new Window(most.subtract(gap).subtract(gap), most));
    }

    private static BigDecimal rounded(BigDecimal pulses) {
        return pulses.setScale(0, RoundingMode.HALF_UP);
    }

    private record Window(BigDecimal least, BigDecimal most) {
        boolean holds(BigDecimal seconds) {
            return seconds.compareTo(least) >= 0 && seconds.compareTo(most) <= 0;
        }

        @Override
        public String toString() {
            return least.toPlainString() + " and " + most.toPlainString();
        }
    }
}
