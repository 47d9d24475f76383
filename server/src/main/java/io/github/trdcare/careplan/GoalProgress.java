package io.github.trdcare.careplan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Type;

/**
 * How far a goal is.
 *
 * @param goal reference of the goal
 * @param theme lifestyle theme, as a code of ours
 * @param measure code of what is measured, as {@code system|code}
 * @param name what is measured, in the goal's own words
 * @param unit UCUM unit of the windows
 * @param target what is aimed at, as the goal says it
 * @param latest the last complete window
 * @param achievement code of HL7's goal-achievement
 * @param trend the way since the window before, seen from the target
 * @param due the day by which the target is to be met
 * @param overdue whether that day has passed without it
 */
public record GoalProgress(
        String goal,
        Optional<String> theme,
        String measure,
        Optional<String> name,
        String unit,
        Optional<Type> target,
        Optional<Window> latest,
        List<Window> windows,
        String achievement,
        Optional<String> trend,
        Optional<LocalDate> due,
        boolean overdue) {}
