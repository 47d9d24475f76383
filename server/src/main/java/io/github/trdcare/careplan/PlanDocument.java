package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.ResistanceVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells a plan as a document: readable by itself, and with every record that it rests on inside.
 *
 * @see <a href="https://trd-care.github.io/fhir/OperationDefinition/care-plan-document">the operation</a>
 */
public final class PlanDocument {
    private final TreatmentSections treatment;
    private final Progress progress;

    public PlanDocument(Knowledge knowledge) {
        this.treatment = new TreatmentSections(knowledge);
        this.progress = new Progress(knowledge);
    }

    /**
     * The document.
     *
     * @param written when it is written
     * @param server address that the references are relative to
     * @param resolved finds a record of this server by its reference
     */
    public Bundle of(
            CarePlan plan, Chart chart, Instant written, String server, Function<String, Optional<Resource>> resolved) {
        String seed = References.to(plan) + "@" + plan.getMeta().getVersionId() + "@" + chart.asOf();
        return DocumentBundle.of(composition(plan, chart, resolved), seed, written, server, resolved);
    }

    private Composition composition(CarePlan plan, Chart chart, Function<String, Optional<Resource>> resolved) {
        Composition composition = new Composition()
                .setStatus(CompositionStatus.FINAL)
                .setType(new CodeableConcept().setText("Care plan"))
                .setSubject(plan.getSubject().copy())
                .setTitle(plan.hasTitle() ? plan.getTitle() : "Care plan");
        composition.addAuthor(author(plan));
        PlanSections sections = new PlanSections(chart, plan, resolved);
        custodian(plan, sections, resolved).map(Reference::new).ifPresent(composition::setCustodian);
        composition.addEvent().addDetail(new Reference(References.to(plan)));
        ResistanceVerdict verdict = treatment.verdict(plan, chart);
        Stream.of(
                        treatment.summary(plan, chart, verdict),
                        sections.goals(progress),
                        sections.activities(),
                        treatment.courses(chart, verdict),
                        new MedicationSection(chart, resolved).section(),
                        treatment.scales(chart),
                        new SafetySection(chart).section(),
                        sections.team())
                .forEach(section -> composition.addSection(section.component()));
        return composition;
    }

    private static Reference author(CarePlan plan) {
        return plan.hasAuthor()
                        && !plan.getAuthor()
                                .getReferenceElement()
                                .getResourceType()
                                .equals("CareTeam")
                ? plan.getAuthor().copy()
                : new Reference().setDisplay("The plan names no author");
    }

    /** The clinic: the team's, else the one that contributes, else the author's. */
    private static Optional<String> custodian(
            CarePlan plan, PlanSections sections, Function<String, Optional<Resource>> resolved) {
        List<String> candidates = Stream.of(
                        sections.teams().stream()
                                .flatMap(team -> References.of(team.getManagingOrganization()).stream()),
                        References.of(plan.getContributor()).stream(),
                        References.of(List.of(plan.getAuthor())).stream(),
                        resolved
                                .apply(References.of(plan.getAuthor()))
                                .filter(PractitionerRole.class::isInstance)
                                .map(role -> References.of(((PractitionerRole) role).getOrganization()))
                                .stream())
                .flatMap(each -> each)
                .toList();
        return candidates.stream()
                .filter(reference -> reference.startsWith("Organization/"))
                .findFirst();
    }
}
