package io.github.trdcare.stimulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order's timing, read as sessions a week or as the time from one session to the next. */
class FrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "5, 1, wk, 5, 1, P0D",
        "10, 1, d, 70, 10, P0D",
        "1, 1, d, 7, 1, P0D",
        // once a week is still a weekly rhythm, anything longer is not
        "1, 1, wk, 1, 1, P0D",
        "1, 8, d, 0, 1, P8D",
        "1, 2, wk, 0, 1, P14D",
        "1, 1.33, wk, 0, 1, P9D",
        "1, 1, mo, 0, 1, P1M",
        "1, 3, mo, 0, 1, P3M",
        "2, 1, mo, 0, 1, P15D",
        "4, 1, a, 0, 1, P3M",
    })
    void isReadFromATiming(int times, BigDecimal period, String unit, int perWeek, int perDay, Period apart) {
        assertThat(Frequency.of(timing(times, period, unit))).contains(new Frequency(perWeek, perDay, apart));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, wk", "1, 1, h"})
    void aTimingWithoutDaysSaysNothing(int times, BigDecimal period, String unit) {
        assertThat(Frequency.of(timing(times, period, unit))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // Monday 12 October, Thursday the 12th of November, Saturday the 12th of December moves to Monday
        "P1M, 2026-10-12, 1, 2026-10-12",
        "P1M, 2026-10-12, 2, 2026-11-12",
        "P1M, 2026-10-12, 3, 2026-12-14",
        "P1M, 2026-10-12, 4, 2027-01-12",
        // a closed day moves one session and none after it
        "P14D, 2026-07-06, 2, 2026-07-21",
        "P14D, 2026-07-06, 3, 2026-08-03",
    })
    void aWideRhythmIsLaidOnOpenWorkingDays(Period apart, LocalDate first, int sessions, LocalDate last) {
        Calendar calendar = new Calendar(new Frequency(0, 1, apart), Set.of(LocalDate.parse("2026-07-20")));
        assertThat(calendar.lastOf(sessions, first)).isEqualTo(last);
    }

    private static Timing timing(int times, BigDecimal period, String unit) {
        Timing timing = new Timing();
        timing.getRepeat().setFrequency(times).setPeriod(period).setPeriodUnit(UnitsOfTime.fromCode(unit));
        return timing;
    }
}
