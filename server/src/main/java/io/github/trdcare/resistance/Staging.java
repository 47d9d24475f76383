package io.github.trdcare.resistance;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The numbers and codes of {@code staging.yaml}. */
final class Staging {
    private final Row document;
    private final Map<String, String> majorClasses;

    private Staging(Row document) {
        this.document = document;
        this.majorClasses =
                document.row("classes").named().stream().collect(Collectors.toMap(Row::key, row -> row.text("major")));
    }

    static Staging read(Knowledge knowledge) {
        return new Staging(knowledge
                .document("staging.yaml")
                .only("classes", "exposure", "exclusions", "ect", "maudsley", "severity"));
    }

    String majorClass(String drugClass) {
        return majorClasses.getOrDefault(drugClass, "other");
    }

    int bridgedGap() {
        return document.row("exposure").row("days").whole("bridgedGap");
    }

    int combineOverlap() {
        return document.row("exposure").row("days").whole("combineOverlap");
    }

    List<Row> exclusions() {
        return document.row("exclusions").named();
    }

    Row ect() {
        return document.row("ect").row("codes");
    }

    int acuteMonths() {
        return document.row("maudsley").row("duration").whole("acuteMonths");
    }

    int subacuteMonths() {
        return document.row("maudsley").row("duration").whole("subacuteMonths");
    }

    int scoreMaxAgeDays() {
        return document.row("maudsley").row("score").whole("maxAgeDays");
    }

    /** The points of so many failed drugs. */
    int failurePoints(int drugs) {
        return lastReached(document.row("maudsley").row("failures"), BigDecimal.valueOf(drugs))
                .map(Integer::valueOf)
                .orElse(1);
    }

    /** The band of a Maudsley total. */
    String band(int total) {
        return lastReached(document.row("maudsley").row("bands"), BigDecimal.valueOf(total))
                .orElseThrow();
    }

    int severityPoints(String severity) {
        return document.row("severity").row("points").whole(severity);
    }

    Optional<String> severity(String scale, BigDecimal total) {
        return lastReached(document.row("severity").row(scale), total);
    }

    /** The severities that codes say, least first. */
    Map<String, List<String>> severityCodes() {
        Row codes = document.row("severity").row("codes");
        return codes.names().stream()
                .collect(Collectors.toMap(Function.identity(), codes::texts, (one, other) -> one, TreeMap::new));
    }

    private static Optional<String> lastReached(Row limits, BigDecimal value) {
        return limits.names().stream()
                .filter(name -> !name.equals("indicative"))
                .filter(name -> value.compareTo(limits.number(name)) >= 0)
                .max(java.util.Comparator.comparing(limits::number));
    }
}
