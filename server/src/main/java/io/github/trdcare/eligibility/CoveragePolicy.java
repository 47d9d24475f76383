package io.github.trdcare.eligibility;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import io.github.trdcare.resistance.AdequacyPolicy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A payer's policy: how it counts trials, and what else it asks. Our texts are secondary summaries, to be verified against
 * the payer's own.
 *
 * @param scale the scale, and the total from which it shows the severity asked for
 * @param anyScale whether any score of a standard scale shows the severity
 * @param retreatmentMinPercent improvement that an earlier course must have brought
 * @param severity least severity asked for: moderate or severe
 */
public record CoveragePolicy(
        AdequacyPolicy adequacy,
        Optional<Integer> minAge,
        Optional<String> severity,
        Optional<ScaleLimit> scale,
        boolean anyScale,
        boolean psychotherapy,
        boolean device,
        boolean psychiatristOrder,
        boolean weeklyScales,
        boolean concurrentKetamine,
        boolean earlierResponse,
        Optional<Integer> maxSessions,
        Optional<Integer> maxThetaBurstSessions,
        Optional<BigDecimal> retreatmentMinPercent,
        List<String> exclusions) {
    private static final String[] NAMES = {
        "minAge",
        "severity",
        "scale",
        "scaleMin",
        "anyScale",
        "psychotherapy",
        "device",
        "psychiatristOrder",
        "weeklyScales",
        "concurrentKetamine",
        "earlierResponse",
        "maxSessions",
        "maxThetaBurstSessions",
        "retreatmentMinPercent",
        "exclusions"
    };

    /** A total of a scale from which a criterion is met. */
    public record ScaleLimit(String scale, BigDecimal min) {}

    /** Every policy that says what it covers, by {@code id} (the newest) and {@code id|version}. */
    public static Map<String, CoveragePolicy> read(Knowledge knowledge) {
        Map<String, AdequacyPolicy> adequacies = AdequacyPolicy.read(knowledge);
        Map<String, CoveragePolicy> policies = new TreeMap<>();
        knowledge.folder("policies").forEach((file, document) -> {
            Row about = document.only("policy", "adequacy", "coverage")
                    .row("policy")
                    .row("about");
            String id = about.optional("id").orElse(file) + "|" + about.text("version");
            document.optionalRow("coverage")
                    .ifPresent(coverage -> policies.put(id, of(adequacies.get(id), coverage.row("criteria"))));
        });
        policies.values().stream()
                .map(CoveragePolicy::adequacy)
                .map(AdequacyPolicy::id)
                .distinct()
                .toList()
                .forEach(id -> policies.put(
                        id, policies.get(id + "|" + adequacies.get(id).version())));
        return policies;
    }

    private static CoveragePolicy of(AdequacyPolicy adequacy, Row row) {
        row.only(NAMES);
        return new CoveragePolicy(
                adequacy,
                row.optionalWhole("minAge"),
                row.optional("severity"),
                row.optional("scale").map(scale -> new ScaleLimit(scale, row.number("scaleMin"))),
                row.flag("anyScale"),
                row.flag("psychotherapy"),
                row.flag("device"),
                row.flag("psychiatristOrder"),
                row.flag("weeklyScales"),
                row.flag("concurrentKetamine"),
                row.flag("earlierResponse"),
                row.optionalWhole("maxSessions"),
                row.optionalWhole("maxThetaBurstSessions"),
                row.optionalNumber("retreatmentMinPercent"),
                row.texts("exclusions"));
    }
}
