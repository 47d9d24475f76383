package io.github.trdcare.examples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;

/** One stimulation block as recorded, and the arithmetic it has to obey (ties round half up). */
record DeliveredBlock(Extension parts) {

    int pulsesTotal() {
        return integer("pulsesTotal");
    }

    boolean interrupted() {
        return parts.hasExtension("interruption");
    }

    int expectedPulsesPerTrain() {
        if (parts.hasExtension("pulsesPerBurst")) {
            return integer("pulsesPerBurst") * rounded(number("burstRateHz").multiply(number("trainDurationS")));
        }
        return rounded(number("pulseRateHz").multiply(number("trainDurationS")));
    }

    int pulsesPerTrain() {
        return integer("pulsesPerTrain");
    }

    int trains() {
        return integer("trains");
    }

    BigDecimal stimulationSeconds() {
        return number("stimulationSeconds");
    }

    BigDecimal shortestSeconds() {
        return longestSeconds().subtract(gap().multiply(BigDecimal.valueOf(2)));
    }

    BigDecimal longestSeconds() {
        return number("trainDurationS").add(gap()).multiply(BigDecimal.valueOf(trains()));
    }

    BigDecimal outputPercent() {
        return number("intensityPctMSO");
    }

    BigDecimal outputPercent(BigDecimal threshold) {
        BigDecimal depth = parts.hasExtension("depthFactor") ? number("depthFactor") : BigDecimal.ONE;
        return threshold.multiply(number("intensityPctMT")).multiply(depth).movePointLeft(2);
    }

    String threshold() {
        return ((Reference) parts.getExtensionByUrl("thresholdReference").getValue()).getReference();
    }

    String laterality() {
        return ((CodeableConcept) parts.getExtensionByUrl("laterality").getValue())
                .getCodingFirstRep()
                .getCode();
    }

    /** One train without pause has no interval. */
    private BigDecimal gap() {
        if (!parts.hasExtension("interTrainIntervalS")) {
            return BigDecimal.ZERO;
        }
        BigDecimal interval = number("interTrainIntervalS");
        boolean fromOnset = "onset-to-onset".equals(text("itiConvention"));
        return fromOnset ? interval.subtract(number("trainDurationS")) : interval;
    }

    private int integer(String part) {
        return Integer.parseInt(text(part));
    }

    private BigDecimal number(String part) {
        return new BigDecimal(text(part));
    }

    private String text(String part) {
        return ((PrimitiveType<?>) parts.getExtensionByUrl(part).getValue()).getValueAsString();
    }

    private static int rounded(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).intValueExact();
    }
}
