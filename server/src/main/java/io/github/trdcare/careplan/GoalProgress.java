package io.github.trdcare.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How far a goal is.
 *
 * @param goal reference of the goal
 * @param theme lifestyle theme, as a code of ours
 * @param latest the last complete window
 * @param achievement code of HL7's goal-achievement
 * @param due the day by which the target is to be met
 * @param overdue whether that day has passed without it
 */
public record GoalProgress(
        String goal,
        Optional<String> theme,
        String measure,
        Optional<Window> latest,
        List<Window> windows,
        String achievement,
        Optional<LocalDate> due,
        boolean overdue) {}
