package io.github.trdcare.stimulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.TimingRepeatComponent;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;
import org.hl7.fhir.r4.model.Type;

/**
 * How often sessions are to be: several a week, or one after so many days or months.
 *
 * @param perWeek sessions a week; 0 where they stand further apart
 * @param perDay sessions a day
 * @param apart from one session to the next, where they stand further apart than a week
 */
record Frequency(int perWeek, int perDay, Period apart) {
    private static final int WEEK = 7;

    static Frequency weekly(int perWeek, int perDay) {
        return new Frequency(Math.max(1, perWeek), Math.max(1, perDay), Period.ZERO);
    }

    /** What an order's timing says: so many times in a period of days, weeks or months. */
    static Optional<Frequency> of(Type occurrence) {
        if (!(occurrence instanceof Timing timing)) {
            return Optional.empty();
        }
        TimingRepeatComponent repeat = timing.getRepeat();
        boolean told = repeat.getPeriodUnit() != null
                && repeat.hasPeriod()
                && repeat.getPeriod().signum() > 0;
        int times = repeat.hasFrequency() ? Math.max(1, repeat.getFrequency()) : 1;
        return told ? of(times, repeat.getPeriod(), repeat.getPeriodUnit()) : Optional.empty();
    }

    boolean spaced() {
        return !apart.isZero();
    }

    /** The first day on which the session after one of the given day may be. */
    LocalDate after(LocalDate last) {
        return spaced() ? last.plus(apart) : last.plusDays(1);
    }

    private static Optional<Frequency> of(int times, BigDecimal period, UnitsOfTime unit) {
        return switch (unit) {
            case D -> Optional.of(days(times, period));
            case WK -> Optional.of(days(times, period.multiply(BigDecimal.valueOf(WEEK))));
            case MO -> Optional.of(months(times, period));
            case A -> Optional.of(months(times, period.multiply(BigDecimal.valueOf(12))));
            default -> Optional.empty();
        };
    }

    private static Frequency days(int times, BigDecimal days) {
        BigDecimal perWeek = BigDecimal.valueOf((long) WEEK * times).divide(days, 0, RoundingMode.HALF_UP);
        boolean spaced = days.compareTo(BigDecimal.valueOf((long) WEEK * times)) > 0;
        if (spaced) {
            int apart = days.divide(BigDecimal.valueOf(times), 0, RoundingMode.HALF_UP)
                    .intValue();
            return new Frequency(0, 1, Period.ofDays(apart));
        }
        int perDay = BigDecimal.valueOf(times).divide(days, 0, RoundingMode.UP).intValue();
        return weekly(perWeek.intValue(), days.compareTo(BigDecimal.ONE) <= 0 ? perDay : 1);
    }

    /** Whole months from one to the next; where they do not come out whole, days of thirty a month. */
    private static Frequency months(int times, BigDecimal months) {
        BigDecimal[] apart = months.divideAndRemainder(BigDecimal.valueOf(times));
        return apart[1].signum() == 0 && apart[0].signum() > 0
                ? new Frequency(0, 1, Period.ofMonths(apart[0].intValue()))
                : days(times, months.multiply(BigDecimal.valueOf(30)));
    }
}
