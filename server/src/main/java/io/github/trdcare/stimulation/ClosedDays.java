package io.github.trdcare.stimulation;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;

/** The days on which the clinic treats nobody, as {@code calendar.yaml} names them. */
public final class ClosedDays {

    private ClosedDays() {}

    public static Set<LocalDate> read(Knowledge knowledge) {
        Set<LocalDate> days = new TreeSet<>();
        knowledge.document("calendar.yaml").only("closed").row("closed").named().forEach(row -> days.add(day(row)));
        return days;
    }

    private static LocalDate day(Row row) {
        row.only("name").text("name");
        try {
            return LocalDate.parse(row.key());
        } catch (DateTimeParseException e) {
            throw row.wrong("is no day; right would be 2026-07-03");
        }
    }
}
