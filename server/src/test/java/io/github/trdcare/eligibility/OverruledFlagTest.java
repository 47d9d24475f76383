package io.github.trdcare.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Yusuf's titanium plate is an absolute contraindication; an override on his order opens the way, as long as it lasts. */
class OverruledFlagTest {
    private static final Eligibility ELIGIBILITY = new Eligibility(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        // flagged on 31 August, overruled from 14 September to 30 November
        "2026-08-30, ",
        "2026-08-31, absolute",
        "2026-09-13, absolute",
        "2026-09-14, relative",
        "2026-11-30, relative",
        "2026-12-01, absolute",
    })
    void speaksAsARelativeOneWhileTheOverrideLasts(String asOf, String tier) {
        EligibilityVerdict verdict = verdict(StoryRecord.of("20-contraindication-overruled"), asOf);
        assertThat(verdict.contraindications())
                .extracting(flag -> flag.value().orElseThrow())
                .isEqualTo(tier == null ? List.of() : List.of(tier));
        boolean overruled = "relative".equals(tier);
        assertThat(verdict.notes().stream().map(Finding::code).anyMatch("contraindication-overruled"::equals))
                .isEqualTo(overruled);
        if ("absolute".equals(tier)) {
            assertThat(verdict.overall()).isEqualTo(Criterion.Status.NOT_MET);
        }
    }

    @Test
    void namesTheOrderThatCarriesTheSignature() {
        EligibilityVerdict verdict = verdict(StoryRecord.of("20-contraindication-overruled"), "2026-10-01");
        assertThat(verdict.contraindications().get(0).evidence())
                .contains("Flag/yusuf-flag-metal", "ServiceRequest/yusuf-order");
        assertThat(verdict.packet()).contains("ServiceRequest/yusuf-order");
    }

    @ParameterizedTest
    @CsvSource({"author", "reason", "flag"})
    void anOverrideThatLacksAPartOpensNothing(String part) {
        List<Resource> record = StoryRecord.of("20-contraindication-overruled");
        record.stream()
                .filter(DomainResource.class::isInstance)
                .flatMap(
                        each -> ((DomainResource) each).getExtensionsByUrl(Ours.definition("safety-override")).stream())
                .forEach(override ->
                        override.getExtension().removeIf(each -> each.getUrl().equals(part)));
        assertThat(verdict(record, "2026-10-01").overall()).isEqualTo(Criterion.Status.NOT_MET);
    }

    private static EligibilityVerdict verdict(List<Resource> record, String asOf) {
        Chart chart = PatientText.chartOf(record, asOf);
        return ELIGIBILITY.of(chart, CoveragePolicy.read(PatientText.KNOWLEDGE).get("ctmss"), Optional.empty());
    }
}
