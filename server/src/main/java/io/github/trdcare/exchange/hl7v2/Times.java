package io.github.trdcare.exchange.hl7v2;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;

/**
 * Reads points in time as exactly as they are given: a month stays a month. A time without an offset is in that of MSH-7,
 * as the standard has it, and without one in the clinic's zone.
 */
record Times(ZoneId zone, Optional<ZoneOffset> offset) {
    private static final Pattern TIME = Pattern.compile("(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)"
            + "(?:(\\d\\d)(?:\\.(\\d{1,4}))?)?)?)?)?)?([+-]\\d{4})?");

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");

    static Times of(V2Message message, ZoneId zone) {
        String sent = message.header().field(7);
        Matcher matcher = TIME.matcher(sent);
        return new Times(zone, matcher.matches() ? offset(matcher.group(8)) : Optional.empty());
    }

    /** One that no place on earth has is none. */
    private static Optional<ZoneOffset> offset(@Nullable String written) {
        try {
            return Optional.ofNullable(written).map(ZoneOffset::of);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    DateTimeType dateTime(Field field) {
        return new DateTimeType(written(field, 1));
    }

    /** An instant is exact; a day is taken at its beginning. */
    InstantType instant(Field field) {
        return instant(field, 1);
    }

    InstantType instant(Field field, int component) {
        return new InstantType(
                zoned(matched(field, component), field).toOffsetDateTime().format(EXACT));
    }

    DateType date(Field field) {
        String written = written(field, 1);
        return new DateType(written.substring(0, Math.min(written.length(), "2026-01-01".length())));
    }

    private String written(Field field, int component) {
        Matcher time = matched(field, component);
        try {
            if (time.group(4) != null) {
                return zoned(time, field).toOffsetDateTime().format(time.group(7) == null ? SECONDS : EXACT);
            }
            if (time.group(3) != null) {
                return LocalDate.of(number(time, 1), number(time, 2), number(time, 3))
                        .toString();
            }
            return time.group(2) == null
                    ? time.group(1)
                    : YearMonth.of(number(time, 1), number(time, 2)).toString();
        } catch (DateTimeException impossible) {
            throw wrong(field);
        }
    }

    private ZonedDateTime zoned(Matcher time, Field field) {
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(time, 1),
                    time.group(2) == null ? 1 : number(time, 2),
                    time.group(3) == null ? 1 : number(time, 3),
                    number(time, 4),
                    number(time, 5),
                    number(time, 6),
                    time.group(7) == null ? 0 : Integer.parseInt((time.group(7) + "000").substring(0, 3)) * 1_000_000);
            ZoneId own = time.group(8) == null
                    ? offset.<ZoneId>map(each -> each).orElse(zone)
                    : ZoneOffset.of(time.group(8));
            return local.atZone(own);
        } catch (DateTimeException impossible) {
            throw wrong(field);
        }
    }

    private static Matcher matched(Field field, int component) {
        Matcher matcher = TIME.matcher(field.text(component).orElse(""));
        if (!matcher.matches()
                || matcher.group(8) != null && offset(matcher.group(8)).isEmpty()) {
            throw wrong(field);
        }
        return matcher;
    }

    private static V2RefusedException wrong(Field field) {
        return field.wrong(
                V2Error.DATA_TYPE, "This is no point in time; it is written YYYY[MM[DD[HHMM[SS]]]][+/-ZZZZ]");
    }

    private static int number(Matcher time, int group) {
        return time.group(group) == null ? 0 : Integer.parseInt(time.group(group));
    }
}
