package io.github.trdcare.chart;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/**
 * A point in time as the record knows it: an instant, or every instant of a day, a month or a year.
 *
 * @param first first possible instant: order and display use it
 * @param last last possible instant
 * @param firstDay calendar day of the first instant in the clinic's zone
 * @param lastDay calendar day of the last instant in the clinic's zone
 * @param timed whether the record gives a time of day
 */
public record Moment(Instant first, Instant last, LocalDate firstDay, LocalDate lastDay, boolean timed)
        implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::first).thenComparing(Moment::last);

    /** Reads a date or time; one without an offset is meant in the clinic's zone. */
    public static Moment of(BaseDateTimeType value, ZoneId zone) {
        String text = value.getValueAsString();
        TemporalPrecisionEnum precision = value.getPrecision();
        return switch (precision) {
            case YEAR ->
                days(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth(), zone);
            case MONTH ->
                days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth(), zone);
            case DAY -> days(LocalDate.parse(text), LocalDate.parse(text), zone);
            default -> at(instant(value, text, zone), zone);
        };
    }

    public static Moment at(Instant instant, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        return new Moment(instant, instant, day, day, true);
    }

    public static Moment days(LocalDate first, LocalDate last, ZoneId zone) {
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
        return new Moment(start, end, first, last, false);
    }

    /** Whether the calendar day is known. */
    public boolean dayKnown() {
        return firstDay.equals(lastDay);
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    private static Instant instant(BaseDateTimeType value, String text, ZoneId zone) {
        boolean offset = value.getTimeZone() != null;
        return offset
                ? value.getValue().toInstant()
                : LocalDateTime.parse(text).atZone(zone).toInstant();
    }
}
