package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** What a plan's document says of the drugs that the patient takes or has been ordered. */
public final class MedicationSection {
    private final Chart chart;
    private final Function<String, Optional<Resource>> resolved;

    public MedicationSection(Chart chart, Function<String, Optional<Resource>> resolved) {
        this.chart = chart;
        this.resolved = resolved;
    }

    DocumentSection section() {
        return section(each -> true);
    }

    /** Of those statements and orders that are asked for. */
    public DocumentSection section(Predicate<Resource> which) {
        List<List<String>> rows = new ArrayList<>();
        List<String> entries = new ArrayList<>();
        chart.all(MedicationStatement.class).stream()
                .filter(each -> chart.mayHaveBegun(each.getEffective()) && which.test(each))
                .forEach(each -> {
                    rows.add(List.of(
                            drug(each.getMedication()),
                            Worded.status(each),
                            Worded.span(chart.span(each.getEffective())),
                            dosage(each.getDosage())));
                    entries.add(References.to(each));
                });
        chart.all(MedicationRequest.class).stream()
                .filter(each -> chart.mayHaveBegun(each.getAuthoredOnElement()) && which.test(each))
                .forEach(each -> {
                    rows.add(List.of(
                            drug(each.getMedication()),
                            Worded.status(each),
                            Worded.span(chart.span(each.getAuthoredOnElement())
                                    .map(span -> new Span(span.start(), Optional.empty()))),
                            dosage(each.getDosageInstruction())));
                    entries.add(References.to(each));
                });
        return DocumentSection.of(
                "Medication", new Prose().table(List.of("Drug", "Status", "When", "Dosage"), rows), entries);
    }

    String drug(Type medication) {
        if (medication instanceof CodeableConcept concept) {
            return Worded.concept(concept);
        }
        return medication instanceof Reference reference
                ? resolved.apply(References.of(reference))
                        .filter(Medication.class::isInstance)
                        .map(each -> Worded.concept(((Medication) each).getCode()))
                        .orElse("")
                : "";
    }

    private static String dosage(List<Dosage> dosages) {
        return Worded.joined(
                dosages.stream().map(dosage -> dosage.getText() + "").filter(text -> !text.equals("null")));
    }
}
