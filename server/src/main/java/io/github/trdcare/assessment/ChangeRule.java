package io.github.trdcare.assessment;

import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;

/**
 * How a change of a score is named; percentages are of the baseline.
 *
 * @param baselineMaxAgeDays oldest baseline, in days before the step
 * @param afterStepDays how long scores still speak of a step that ended
 * @param fullRemissionMonths calendar months of unbroken remission that make it full
 * @param lossAtScores consecutive scores without response that make a relapse
 */
record ChangeRule(
        BigDecimal partialFromPercent,
        BigDecimal responseFromPercent,
        BigDecimal worseningFromPercent,
        int baselineMaxAgeDays,
        int afterStepDays,
        int fullRemissionMonths,
        int lossAtScores) {

    static ChangeRule of(Row row) {
        row.text("source");
        return new ChangeRule(
                row.number("partialFromPercent"),
                row.number("responseFromPercent"),
                row.number("worseningFromPercent"),
                row.whole("baselineMaxAgeDays"),
                row.whole("afterStepDays"),
                row.whole("fullRemissionMonths"),
                row.whole("lossAtScores"));
    }
}
