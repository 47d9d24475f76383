package io.github.trdcare.careplan;

import io.github.trdcare.knowledge.Row;
import java.util.Optional;

/**
 * How a measure of a goal is read.
 *
 * @param code of the measure that a target names
 * @param daily code of the daily figures that make a week
 * @param weekly whether a window is a calendar week; else it is seven days back
 * @param unit UCUM unit in which windows are told, without its "per week"
 */
record Measure(String code, Optional<String> daily, boolean weekly, String unit) {

    static Measure of(Row row) {
        row.only("code", "daily", "window", "unit", "source").text("source");
        String window = row.text("window");
        if (!window.equals("week") && !window.equals("days")) {
            throw row.wrong("window is neither week nor days: " + window);
        }
        return new Measure(row.text("code"), row.optional("daily"), window.equals("week"), row.text("unit"));
    }
}
