package io.github.trdcare.assessment.rest;

import io.github.trdcare.assessment.Outcome;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.assessment.Series;
import io.github.trdcare.assessment.StepOutcome;
import io.github.trdcare.assessment.StepOutcomes;
import io.github.trdcare.door.Parts;

/** Writes series of scores and outcomes of steps into an answer; every operation that shows them uses these shapes. */
public final class OutcomeParts {

    private OutcomeParts() {}

    public static void series(Parts answer, Series series) {
        Parts part = answer.part("series").code("scale", series.scale().key());
        series.points().forEach(point -> score(part, "point", point));
    }

    public static void step(Parts answer, String name, StepOutcome outcome) {
        Parts part = answer.part(name)
                .reference("id", outcome.step().id(), outcome.step().name())
                .code("strategy", outcome.step().strategy())
                .yes("inferred", outcome.step().inferred())
                .code("scale", outcome.scale().key())
                .yes("deciding", outcome.deciding());
        outcome.baseline().ifPresent(score -> score(part, "baseline", score));
        outcome.latest().ifPresent(score -> score(part, "latest", score));
        part.number("change-percent", outcome.changePercent().map(StepOutcomes::shown))
                .code("category", outcome.category().map(Outcome::code))
                .moment("response-date", outcome.events().response())
                .moment("remission-date", outcome.events().remission())
                .moment("full-remission-date", outcome.events().fullRemission())
                .moment("relapse-date", outcome.events().relapse())
                .moment("recurrence-date", outcome.events().recurrence());
    }

    private static void score(Parts answer, String name, Score score) {
        answer.part(name)
                .number("value", score.value())
                .moment("date", score.when())
                .reference("reference", score.reference());
    }
}
