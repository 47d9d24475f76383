package io.github.trdcare.assessment;

import io.github.trdcare.assessment.StepOutcome.Events;
import io.github.trdcare.chart.Moment;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks the scores of a step in time and notes response, remission, relapse and recurrence. */
final class Course {
    private final Scale scale;
    private final ChangeRule rule;
    private final Change change;

    private @Nullable Moment response;
    private @Nullable Moment remission;
    private @Nullable Moment fullRemission;
    private @Nullable Moment relapse;
    private @Nullable Moment recurrence;

    private @Nullable Moment run;
    private boolean remitted;
    private boolean fully;
    private @Nullable Moment firstLoss;
    private int losses;

    private Course(Scale scale, ChangeRule rule, Change change) {
        this.scale = scale;
        this.rule = rule;
        this.change = change;
    }

    static Events of(Scale scale, ChangeRule rule, Change change, List<Score> scores) {
        Course course = new Course(scale, rule, change);
        scores.forEach(course::take);
        return course.events();
    }

    private void take(Score score) {
        if (response == null && change.isResponse(score.total())) {
            response = score.when();
        }
        if (scale.inRemission(score.total())) {
            inRemission(score.when());
        } else {
            run = null;
            afterRemission(score);
        }
    }

    private void inRemission(Moment when) {
        losses = 0;
        remitted = true;
        if (run == null) {
            run = when;
            remission = when;
            return;
        }
        boolean completed = !when.firstDay().isBefore(run.lastDay().plusMonths(rule.fullRemissionMonths()));
        if (completed && !fully) {
            fully = true;
            fullRemission = when;
        }
    }

    private void afterRemission(Score score) {
        countLoss(score);
        boolean lost = losses >= rule.lossAtScores();
        if (remitted && (lost || scale.inRelapse(score.total()))) {
            fallBack(losses > 1 && firstLoss != null ? firstLoss : score.when());
        }
    }

    private void countLoss(Score score) {
        if (!remitted || !change.isLoss(score.total())) {
            losses = 0;
            return;
        }
        losses++;
        firstLoss = losses == 1 ? score.when() : firstLoss;
    }

    private void fallBack(Moment when) {
        if (fully) {
            recurrence = when;
        } else {
            relapse = when;
        }
        remitted = false;
        fully = false;
        losses = 0;
    }

    private Events events() {
        return new Events(
                Optional.ofNullable(response),
                Optional.ofNullable(remission),
                Optional.ofNullable(fullRemission),
                Optional.ofNullable(relapse),
                Optional.ofNullable(recurrence));
    }
}
