package io.github.trdcare.assessment;

import io.github.trdcare.knowledge.Row;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A rating scale as {@code scales.yaml} describes it; all limits are points of its total.
 *
 * @param totals codes of its total
 * @param panels codes of the panel that holds its items
 * @param questionnaire address of its form
 * @param items codes or linkIds of its items, first to last
 * @param answers points of coded answers
 * @param domains the groups of items that count; each takes its highest
 * @param bands severity bands, lowest first
 * @param remissionMax highest total in remission
 * @param relapseMin lowest total that is a relapse after remission
 * @param responseMax highest rating of improvement that is a response, on a scale of change
 * @param percentages whether its change can be told in percent of a baseline
 * @param deciding rank among the scales that decide the outcome of depression
 * @param safetyItem number and lowest alarming answer of the item about suicide
 */
public record Scale(
        String key,
        String title,
        List<String> totals,
        List<String> panels,
        String questionnaire,
        BigDecimal min,
        BigDecimal max,
        List<String> items,
        Map<String, BigDecimal> answers,
        List<Domain> domains,
        List<Band> bands,
        Optional<BigDecimal> remissionMax,
        Optional<BigDecimal> relapseMin,
        Optional<BigDecimal> responseMax,
        boolean percentages,
        Optional<Integer> deciding,
        Optional<SafetyItem> safetyItem) {

    private static final String[] NAMES = {
        "title",
        "total",
        "panel",
        "questionnaire",
        "min",
        "max",
        "items",
        "itemPrefix",
        "itemCount",
        "answers",
        "domains",
        "bands",
        "remissionMax",
        "relapseMin",
        "responseMax",
        "noPercent",
        "deciding",
        "safetyItem",
        "safetyMin",
        "licence",
        "source"
    };

    /** A severity band: its name and its lowest total. */
    public record Band(String name, BigDecimal from) {}

    /** The item that asks about suicide, and its lowest alarming answer. */
    public record SafetyItem(int item, BigDecimal min) {}

    static Scale of(Row row) {
        row.only(NAMES);
        return new Scale(
                row.key(),
                row.text("title"),
                row.texts("total"),
                row.texts("panel"),
                row.text("questionnaire"),
                row.number("min"),
                row.number("max"),
                items(row),
                answers(row),
                domains(row),
                bands(row),
                row.optionalNumber("remissionMax"),
                row.optionalNumber("relapseMin"),
                row.optionalNumber("responseMax"),
                !row.flag("noPercent") && row.optional("responseMax").isEmpty(),
                row.optionalWhole("deciding"),
                row.optionalWhole("safetyItem").map(item -> new SafetyItem(item, row.number("safetyMin"))));
    }

    /** The severity band of a total. */
    public Optional<String> band(BigDecimal total) {
        return bands.stream()
                .filter(band -> total.compareTo(band.from()) >= 0)
                .reduce((lower, higher) -> higher)
                .map(Band::name);
    }

    public boolean inRemission(BigDecimal total) {
        return remissionMax.filter(max -> total.compareTo(max) <= 0).isPresent();
    }

    boolean inRelapse(BigDecimal total) {
        return relapseMin.filter(min -> total.compareTo(min) >= 0).isPresent();
    }

    boolean inRange(BigDecimal total) {
        return total.compareTo(min) >= 0 && total.compareTo(max) <= 0;
    }

    /** The items' names in a form: the code without its system. */
    List<String> linkIds() {
        return items.stream().map(Scale::bare).toList();
    }

    List<String> totalLinkIds() {
        return totals.stream().map(Scale::bare).toList();
    }

    private static String bare(String code) {
        return code.substring(code.lastIndexOf('|') + 1);
    }

    private static List<String> items(Row row) {
        return row.optionalWhole("itemCount")
                .map(count -> IntStream.rangeClosed(1, count)
                        .mapToObj(number -> row.text("itemPrefix") + number)
                        .toList())
                .orElseGet(() -> row.texts("items"));
    }

    private static Map<String, BigDecimal> answers(Row row) {
        return row.optionalRow("answers")
                .map(points -> points.names().stream().collect(Collectors.toMap(Function.identity(), points::number)))
                .orElse(Map.of());
    }

    private static List<Domain> domains(Row row) {
        List<String> stated = row.texts("domains");
        return stated.isEmpty()
                ? IntStream.rangeClosed(1, items(row).size())
                        .mapToObj(Domain::single)
                        .toList()
                : stated.stream().map(Domain::of).toList();
    }

    private static List<Band> bands(Row row) {
        return row.optionalRow("bands").stream()
                .flatMap(bands -> bands.names().stream().map(name -> new Band(name, bands.number(name))))
                .sorted(Comparator.comparing(Band::from))
                .toList();
    }

    /**
     * Items of which the highest counts.
     *
     * @param parts each a set of items of which one must be answered
     */
    record Domain(List<List<Integer>> parts) {

        static Domain single(int item) {
            return new Domain(List.of(List.of(item)));
        }

        static Domain of(String text) {
            return new Domain(Arrays.stream(text.split(" "))
                    .map(part ->
                            Arrays.stream(part.split("/")).map(Integer::valueOf).toList())
                    .toList());
        }
    }
}
