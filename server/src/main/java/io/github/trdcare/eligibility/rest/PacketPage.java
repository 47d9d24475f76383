package io.github.trdcare.eligibility.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.eligibility.Criterion;
import io.github.trdcare.eligibility.EligibilityVerdict;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The page of the packet that a payer's desk prints: who, which policy, each criterion with its evidence, each trial. */
final class PacketPage {
    private static final String CAUTION =
            "This policy is held as a secondary summary. Verify each criterion against the"
                    + " payer's own text before you rely on it.";

    private final Chart chart;
    private final EligibilityVerdict verdict;
    private final Map<String, Resource> records;

    PacketPage(Chart chart, EligibilityVerdict verdict, Map<String, Resource> records) {
        this.chart = chart;
        this.verdict = verdict;
        this.records = records;
    }

    String title() {
        return "Evidence for TMS: " + policy().title();
    }

    XhtmlNode whole() {
        Page page = new Page();
        page.heading(title());
        patient(page);
        page.line("As of", chart.today().toString());
        page.line(
                "Policy",
                policy().title() + " (" + policy().id() + ", version " + policy().version() + ", date "
                        + policy().date().orElse("not known") + ")");
        page.line("Source", policy().source());
        page.line("Caution", CAUTION);
        page.line("Overall", words(verdict.overall().code()));
        criteria(page);
        contraindications(page);
        trials(page);
        verdict.notes().forEach(note -> page.line("Note", note.text()));
        return page.div();
    }

    String title(Criterion criterion) {
        return words(criterion.id()) + ": " + criterion.status().code();
    }

    XhtmlNode words(Criterion criterion) {
        Page page = new Page();
        page.line(words(criterion.status().code()), criterion.text());
        return page.div();
    }

    static String title(Finding flag) {
        return "Contraindication: " + words(flag.code());
    }

    static XhtmlNode words(Finding flag) {
        Page page = new Page();
        page.line(words(flag.value().orElse("")), flag.text());
        return page.div();
    }

    private AdequacyPolicy policy() {
        return verdict.policy().adequacy();
    }

    private void patient(Page page) {
        chart.all(Patient.class).stream().findFirst().ifPresent(patient -> {
            page.line(
                    "Patient",
                    patient.getName().stream()
                            .findFirst()
                            .map(HumanName::getNameAsSingleString)
                            .orElse("name not on record"));
            page.line(
                    "Born",
                    Optional.ofNullable(patient.getBirthDateElement().getValueAsString())
                            .orElse("not on record"));
        });
        chart.all(Coverage.class).stream()
                .filter(Coverage::hasSubscriberId)
                .forEach(coverage -> page.line("Member number", coverage.getSubscriberId()));
    }

    private void criteria(Page page) {
        page.section("Criteria");
        Page.Table table = page.table("Criterion", "Status", "What the record says", "Evidence");
        verdict.criteria()
                .forEach(criterion -> table.row(
                        List.of(words(criterion.id()), words(criterion.status().code()), criterion.text()),
                        evidence(criterion.evidence())));
    }

    private void contraindications(Page page) {
        page.section("Contraindications of TMS");
        if (verdict.contraindications().isEmpty()) {
            page.sentence("No active flag on record.");
            return;
        }
        Page.Table table = page.table("Contraindication", "Tier", "Evidence");
        verdict.contraindications()
                .forEach(flag ->
                        table.row(List.of(words(flag.code()), flag.value().orElse("")), evidence(flag.evidence())));
    }

    private void trials(Page page) {
        page.section("Medication trials in the episode");
        if (verdict.resistance().trials().isEmpty()) {
            page.sentence("None on record.");
            return;
        }
        Page.Table table = page.table(
                "Drug", "Class", "From", "To", "Highest daily dose", "Trial", "Outcome", "Counts as failure", "Why");
        verdict.resistance()
                .trials()
                .forEach(trial -> table.row(
                        List.of(
                                trial.agent().name(),
                                trial.agent().drugClass().orElse("augmentation"),
                                trial.start().firstDay().toString(),
                                trial.end()
                                        .map(end -> end.firstDay().toString())
                                        .orElse("continues"),
                                trial.maxDose()
                                        .map(dose -> dose.toPlainString() + " mg")
                                        .orElse("not on record"),
                                adequacy(trial),
                                trial.outcome().orElse("not on record"),
                                trial.failure().code()),
                        trial.reasons().stream().map(Trial.Reason::text).toList()));
    }

    private static String adequacy(Trial trial) {
        return switch (trial.adequacy()) {
            case YES -> "adequate";
            case NO -> "inadequate";
            case INDETERMINATE -> "not settled";
        };
    }

    private List<String> evidence(List<String> references) {
        return references.stream()
                .map(reference -> Optional.ofNullable(records.get(reference))
                        .map(record -> RecordWords.of(record) + " [" + reference + "]")
                        .orElse(reference))
                .toList();
    }

    /** A code as words: {@code not-met} is "Not met". */
    private static String words(String code) {
        String words = code.replace('-', ' ');
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
