package io.github.trdcare.stimulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Lays sessions on the days of a clinic: so many a week and a day on spread weekdays, or one after so long, not on closed
 * days.
 *
 * @param frequency how often sessions are to be
 * @param closed days on which nobody is treated
 */
record Calendar(Frequency frequency, Set<LocalDate> closed) {
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final Map<Integer, Set<DayOfWeek>> DAYS = Map.of(
            1, EnumSet.of(DayOfWeek.MONDAY),
            2, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
            3, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
            4, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            5, WORKING_DAYS,
            6, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
            7, EnumSet.allOf(DayOfWeek.class));

    /** The first day of treatment on the given day or later. */
    LocalDate open(LocalDate from) {
        Set<DayOfWeek> weekdays = weekdays();
        LocalDate day = from;
        while (!weekdays.contains(day.getDayOfWeek()) || closed.contains(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The day of the last of so many sessions, the first of them on the given day or later. */
    LocalDate lastOf(int sessions, LocalDate first) {
        int days = (sessions + frequency.perDay() - 1) / frequency.perDay();
        LocalDate from = first;
        LocalDate day = open(from);
        for (int each = 1; each < days; each++) {
            // A closed day moves one session of a wide rhythm, not all that follow.
            from = frequency.after(frequency.spaced() ? from : day);
            day = open(from);
        }
        return day;
    }

    private Set<DayOfWeek> weekdays() {
        if (frequency.spaced()) {
            return WORKING_DAYS;
        }
        int days = (frequency.perWeek() + frequency.perDay() - 1) / frequency.perDay();
        return DAYS.get(Math.min(DayOfWeek.values().length, days));
    }
}
