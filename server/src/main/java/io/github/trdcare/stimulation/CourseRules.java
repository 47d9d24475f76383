package io.github.trdcare.stimulation;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;

/**
 * The numbers of {@code protocols.yaml} that hold for every course.
 *
 * @param tolerance allowed difference of the output, percent of maximum
 * @param maxOutput most that a stimulator gives, percent of maximum
 * @param capAbovePrescribed percent of threshold above the prescription where it names no cap
 * @param thresholdMaxAgeDays days after which a threshold is found again
 * @param thresholdMissedDays missed sessions after which it is found again
 */
public record CourseRules(
        BigDecimal tolerance,
        BigDecimal maxOutput,
        BigDecimal capAbovePrescribed,
        int thresholdMaxAgeDays,
        int thresholdMissedDays) {

    public static CourseRules read(Knowledge knowledge) {
        Row rules =
                knowledge.document("protocols.yaml").only("rules", "protocols").row("rules");
        Row session = rules.row("session");
        Row threshold = rules.row("threshold");
        session.text("source");
        threshold.text("source");
        return new CourseRules(
                session.number("intensityTolerancePctMSO"),
                session.number("maxPctMSO"),
                session.number("capAbovePrescribedPct"),
                threshold.whole("maxAgeDays"),
                threshold.whole("missedDays"));
    }
}
