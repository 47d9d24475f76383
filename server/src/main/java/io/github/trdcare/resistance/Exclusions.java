package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;

/** Disorders under which a depression is not called treatment-resistant (DELPHI; OHDSI-1009). */
final class Exclusions {
    private static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final Set<String> NOT_SO = Set.of("refuted", "unconfirmed", "differential");

    private Exclusions() {}

    static List<Finding> of(Chart chart, Staging staging) {
        return staging.exclusions().stream()
                .flatMap(exclusion -> of(chart, exclusion))
                .toList();
    }

    private static Stream<Finding> of(Chart chart, Row exclusion) {
        List<String> evidence = chart.all(Condition.class).stream()
                .filter(condition -> condition.getVerificationStatus().getCoding().stream()
                        .noneMatch(coding -> NOT_SO.contains(coding.getCode() + "")))
                .filter(condition -> !condition.hasOnset()
                        || chart.start(condition.getOnset()).isPresent())
                .filter(condition -> names(exclusion, condition))
                .map(References::to)
                .toList();
        return evidence.isEmpty()
                ? Stream.empty()
                : Stream.of(Finding.of(exclusion.key(), exclusion.text("text"), evidence));
    }

    private static boolean names(Row exclusion, Condition condition) {
        return Coded.isAny(condition.getCode(), exclusion.texts("codes"))
                || exclusion
                        .optional("icd10Prefix")
                        .filter(prefix -> Coded.in(condition.getCode(), ICD10)
                                .filter(code -> code.startsWith(prefix))
                                .isPresent())
                        .isPresent();
    }
}
