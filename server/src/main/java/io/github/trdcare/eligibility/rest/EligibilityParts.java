package io.github.trdcare.eligibility.rest;

import io.github.trdcare.chart.Finding;
import io.github.trdcare.door.Parts;
import io.github.trdcare.eligibility.Criterion;
import io.github.trdcare.eligibility.EligibilityVerdict;
import io.github.trdcare.resistance.AdequacyPolicy;
import org.hl7.fhir.r4.model.DateType;

/** Writes what a policy says to a record into an answer; the packet is the provider's to add. */
public final class EligibilityParts {

    private EligibilityParts() {}

    public static void write(Parts answer, EligibilityVerdict verdict) {
        policy(answer, verdict.policy().adequacy());
        verdict.criteria().forEach(criterion -> criterion(answer, criterion));
        verdict.contraindications().forEach(flag -> contraindication(answer, flag));
        answer.findings("note", verdict.notes())
                .code("overall", verdict.overall().code());
    }

    private static void policy(Parts answer, AdequacyPolicy policy) {
        answer.part("policy")
                .code("id", policy.id())
                .text("title", policy.title())
                .text("version", policy.version())
                .value("date", policy.date().map(DateType::new))
                .text("source", policy.source());
    }

    private static void criterion(Parts answer, Criterion criterion) {
        answer.part("criterion")
                .code("id", criterion.id())
                .code("status", criterion.status().code())
                .text("text", criterion.text())
                .references("evidence", criterion.evidence());
    }

    private static void contraindication(Parts answer, Finding flag) {
        answer.part("contraindication")
                .code("code", flag.code())
                .code("tier", flag.value())
                .text("text", flag.text())
                .references("evidence", flag.evidence());
    }
}
