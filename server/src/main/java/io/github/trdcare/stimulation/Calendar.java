package io.github.trdcare.stimulation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Lays sessions on the days of a clinic: so many a week and a day, on spread weekdays, not on closed days.
 *
 * @param perWeek sessions a week
 * @param perDay sessions a day
 * @param closed days on which nobody is treated
 */
record Calendar(int perWeek, int perDay, Set<LocalDate> closed) {
    private static final Map<Integer, Set<DayOfWeek>> DAYS = Map.of(
            1, EnumSet.of(DayOfWeek.MONDAY),
            2, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
            3, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY),
            4, EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            5, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            6, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
            7, EnumSet.allOf(DayOfWeek.class));

    /** The day of the last of so many sessions, the first of them on the given day or later. */
    LocalDate lastOf(int sessions, LocalDate first) {
        int days = (int) Math.ceil((double) perWeek / perDay);
        Set<DayOfWeek> open = DAYS.getOrDefault(Math.min(7, Math.max(1, days)), EnumSet.allOf(DayOfWeek.class));
        int left = sessions;
        LocalDate day = first;
        while (true) {
            if (open.contains(day.getDayOfWeek()) && !closed.contains(day)) {
                left -= perDay;
                if (left <= 0) {
                    return day;
                }
            }
            day = day.plusDays(1);
        }
    }
}
