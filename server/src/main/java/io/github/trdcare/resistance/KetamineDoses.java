package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Span;
import io.github.trdcare.knowledge.Knowledge;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationAdministration;

/** Finds the doses of ketamine and esketamine, given, stopped or withheld, by the table of agents. */
public final class KetamineDoses {
    private final Agents agents;

    public KetamineDoses(Knowledge knowledge) {
        this.agents = Agents.read(knowledge);
    }

    /** One dose, with the drug in the record's words. */
    public record Dose(MedicationAdministration record, String drug, Span when) {}

    public List<Dose> of(Chart chart) {
        return chart.all(MedicationAdministration.class).stream()
                .flatMap(record -> dose(record, chart).stream())
                .toList();
    }

    private Optional<Dose> dose(MedicationAdministration record, Chart chart) {
        CodeableConcept drug = Drugs.of(record, record.getMedication(), chart);
        return agents.of(drug).stream()
                .map(Product::agent)
                .filter(agent -> agent.kind() == Agent.Kind.KETAMINE)
                .findFirst()
                .flatMap(agent -> chart.span(record.getEffective())
                        .map(span ->
                                new Dose(record, Coded.words(drug).findFirst().orElse(agent.name()), span)));
    }
}
