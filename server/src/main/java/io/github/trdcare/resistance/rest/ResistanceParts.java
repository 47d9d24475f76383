package io.github.trdcare.resistance.rest;

import io.github.trdcare.assessment.rest.OutcomeParts;
import io.github.trdcare.door.Parts;
import io.github.trdcare.resistance.Agent;
import io.github.trdcare.resistance.Agents;
import io.github.trdcare.resistance.Answer;
import io.github.trdcare.resistance.Maudsley;
import io.github.trdcare.resistance.Maudsley.Part;
import io.github.trdcare.resistance.OutcomesVerdict;
import io.github.trdcare.resistance.ResistanceVerdict;
import io.github.trdcare.resistance.Trial;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Quantity;

/** Writes a verdict of resistance into an answer. */
public final class ResistanceParts {
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    private ResistanceParts() {}

    public static void write(Parts answer, ResistanceVerdict verdict) {
        verdict.trials().forEach(trial -> trial(answer, trial));
        answer.whole("failed-trials", verdict.failedTrials())
                .whole("failed-classes", verdict.failedClasses().size())
                .code("meets-trd", verdict.meetsTrd().code())
                .text("reason", verdict.reason())
                .code("thase-rush", verdict.thaseRush());
        maudsley(answer, verdict.maudsley());
        answer.findings("stated", verdict.stated())
                .findings("exclusion", verdict.exclusion())
                .findings("missing", verdict.missing())
                .findings("conflict", verdict.conflict());
    }

    /** The series of scores, and the outcome of each step by each scale. */
    public static void write(Parts answer, OutcomesVerdict verdict) {
        verdict.series().forEach(series -> OutcomeParts.series(answer, series));
        verdict.steps().forEach(step -> OutcomeParts.step(answer, "step", step));
        answer.findings("missing", verdict.missing()).findings("conflict", verdict.conflict());
    }

    private static void trial(Parts answer, Trial trial) {
        Parts part = answer.part("trial")
                .reference("step", trial.step().id(), trial.step().name())
                .value("agent", agent(trial.agent()))
                .code("class", trial.agent().drugClass())
                .code("strategy", trial.step().strategy())
                .yes("inferred", trial.inferred() || trial.step().inferred())
                .moment("start", trial.start())
                .moment("end", trial.end())
                .value("maxDose", trial.maxDose().map(ResistanceParts::milligrams))
                .value(
                        "weeks",
                        new org.hl7.fhir.r4.model.DecimalType(weeks(trial.days().surely())))
                .code("adequacy", adequacy(trial.adequacy()));
        trial.reasons().forEach(reason -> part.text("reason", reason.text()));
        part.code("outcome", trial.outcome())
                .code("counts-as-failure", trial.failure().code())
                .references("evidence", trial.evidence());
    }

    private static Coding agent(Agent agent) {
        Coding coding = new Coding().setDisplay(agent.name());
        agent.rxnorm().ifPresent(code -> coding.setSystem(Agents.RXNORM).setCode(code));
        return coding;
    }

    private static String adequacy(Answer answer) {
        return switch (answer) {
            case YES -> "adequate";
            case NO -> "inadequate";
            case INDETERMINATE -> "indeterminate";
        };
    }

    private static Quantity milligrams(BigDecimal dose) {
        return new Quantity()
                .setValue(dose)
                .setUnit("mg")
                .setSystem("http://unitsofmeasure.org")
                .setCode("mg");
    }

    private static BigDecimal weeks(int days) {
        return BigDecimal.valueOf(days).divide(WEEK, 1, RoundingMode.HALF_UP);
    }

    private static void maudsley(Parts answer, Maudsley maudsley) {
        Parts part = answer.part("maudsley").code("status", maudsley.status().code());
        if (maudsley.status() != Maudsley.Status.NOT_APPLICABLE) {
            Part total = maudsley.total();
            if (exact(total)) {
                part.whole("total", total.min());
            } else {
                part.whole("min", total.min()).whole("max", total.max());
            }
        }
        known(part, "duration", maudsley.duration());
        known(part, "severity", maudsley.severity());
        known(part, "failures", maudsley.failures());
        known(part, "augmentation", maudsley.augmentation());
        known(part, "ect", maudsley.ect());
    }

    private static void known(Parts part, String name, Part points) {
        if (exact(points)) {
            part.whole(name, points.min());
        }
    }

    private static boolean exact(Part points) {
        return points.min() == points.max();
    }
}
