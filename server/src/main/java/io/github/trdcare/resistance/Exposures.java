package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
import io.github.trdcare.resistance.Exposure.Notes;
import io.github.trdcare.resistance.Exposure.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** Reads every record of a drug as exposures: statements, requests and administrations. */
final class Exposures {
    private static final Set<MedicationStatementStatus> NOT_TAKEN =
            EnumSet.of(MedicationStatementStatus.NOTTAKEN, MedicationStatementStatus.INTENDED);
    private static final Set<MedicationStatementStatus> OVER =
            EnumSet.of(MedicationStatementStatus.COMPLETED, MedicationStatementStatus.STOPPED);
    private static final Set<MedicationRequestStatus> NOT_ORDERED =
            EnumSet.of(MedicationRequestStatus.DRAFT, MedicationRequestStatus.CANCELLED);
    private static final Set<MedicationRequestIntent> NO_ORDER =
            EnumSet.of(MedicationRequestIntent.PROPOSAL, MedicationRequestIntent.PLAN, MedicationRequestIntent.OPTION);
    private static final Set<MedicationAdministrationStatus> GIVEN = EnumSet.of(
            MedicationAdministrationStatus.COMPLETED,
            MedicationAdministrationStatus.STOPPED,
            MedicationAdministrationStatus.INPROGRESS);

    private final Chart chart;
    private final Agents agents;
    private final List<Finding> unknown = new ArrayList<>();

    Exposures(Chart chart, Agents agents) {
        this.chart = chart;
        this.agents = agents;
    }

    List<Exposure> read() {
        return Stream.of(
                        each(MedicationStatement.class, this::statement),
                        each(MedicationRequest.class, this::request),
                        each(MedicationAdministration.class, this::administration))
                .flatMap(Function.identity())
                .sorted(Comparator.comparing(Exposure::start)
                        .thenComparing(Exposure::source)
                        .thenComparing(Exposure::reference))
                .toList();
    }

    /** Trials whose drug the tables do not know. */
    List<Finding> unknown() {
        return unknown;
    }

    private <T extends DomainResource> Stream<Exposure> each(Class<T> type, Function<T, List<Exposure>> reading) {
        return chart.all(type).stream().map(reading).flatMap(Collection::stream);
    }

    private List<Exposure> statement(MedicationStatement statement) {
        Optional<Span> span = chart.span(statement.getEffective());
        if (NOT_TAKEN.contains(statement.getStatus()) || span.isEmpty()) {
            return List.of();
        }
        Optional<Period> period = Optional.of(statement.getEffective())
                .filter(Period.class::isInstance)
                .map(Period.class::cast);
        Span taken = period.isPresent() ? span.get() : new Span(span.get().start(), Optional.empty());
        boolean endUnknown = period.map(each -> !each.hasEnd() && OVER.contains(statement.getStatus()))
                .orElse(true);
        Notes notes = new Notes(
                References.of(statement.getReasonReference()),
                Extensions.code(statement, "trial-outcome"),
                statement.getStatusReason().stream().anyMatch(Exposures::namesLackOfEfficacy),
                adherence(statement),
                strategy(statement));
        return products(statement, statement.getMedication()).stream()
                .map(product -> exposure(
                        References.to(statement),
                        Source.STATEMENT,
                        product,
                        taken,
                        endUnknown,
                        statement.getDosage(),
                        notes))
                .toList();
    }

    private List<Exposure> request(MedicationRequest request) {
        if (NOT_ORDERED.contains(request.getStatus()) || NO_ORDER.contains(request.getIntent())) {
            return List.of();
        }
        Notes notes = new Notes(
                References.of(request.getReasonReference()),
                Optional.empty(),
                namesLackOfEfficacy(request.getStatusReason()),
                Optional.empty(),
                strategy(request));
        return new RequestedPeriod(chart, request)
                .spans().stream()
                        .flatMap(part -> products(request, request.getMedication()).stream()
                                .map(product -> exposure(
                                        References.to(request),
                                        Source.REQUEST,
                                        product,
                                        part.span(),
                                        part.span().end().isEmpty() && !part.endAhead(),
                                        part.dosages(),
                                        notes)))
                        .toList();
    }

    private List<Exposure> administration(MedicationAdministration given) {
        Optional<Span> span = chart.span(given.getEffective());
        if (!GIVEN.contains(given.getStatus()) || span.isEmpty()) {
            return List.of();
        }
        Notes notes = new Notes(
                References.of(given.getReasonReference()), Optional.empty(), false, Optional.empty(), strategy(given));
        return products(given, given.getMedication()).stream()
                .map(product -> new Exposure(
                        References.to(given),
                        Source.ADMINISTRATION,
                        product,
                        span.get().start(),
                        span.get().end(),
                        span.get().end().isEmpty(),
                        DailyDose.single(given.getDosage().getDose(), product),
                        adequateForm(product, Optional.of(given.getDosage().getRoute())),
                        notes))
                .toList();
    }

    private static Exposure exposure(
            String reference,
            Source source,
            Product product,
            Span span,
            boolean endUnknown,
            List<Dosage> dosages,
            Notes notes) {
        List<BigDecimal> doses = dosages.stream()
                .flatMap(dosage -> DailyDose.of(dosage, product).stream())
                .toList();
        boolean allKnown = !dosages.isEmpty() && doses.size() == dosages.size();
        return new Exposure(
                reference,
                source,
                product,
                span.start(),
                span.end(),
                endUnknown,
                allKnown ? doses.stream().reduce(BigDecimal::add) : Optional.empty(),
                adequateForm(product, dosages.stream().map(Dosage::getRoute).findFirst()),
                notes);
    }

    private List<Product> products(DomainResource record, Type medication) {
        CodeableConcept concept = Drugs.of(record, medication, chart);
        List<Product> products = agents.of(concept);
        boolean claimsTrial = record.getMeta().hasProfile(Ours.definition("trd-treatment-trial"));
        if (products.isEmpty() && claimsTrial) {
            String name = Coded.words(concept).findFirst().orElse("without a name");
            unknown.add(Finding.of(
                            "unknown-agent",
                            "The drug of this trial is not in the table of agents",
                            References.to(record))
                    .with(name));
        }
        return products;
    }

    private static boolean adequateForm(Product product, Optional<CodeableConcept> route) {
        return product.agent()
                .floorForm()
                .map(form -> product.form().map(form::equals).orElseGet(() -> route.stream()
                        .flatMap(Coded::words)
                        .anyMatch(words -> form.toLowerCase(java.util.Locale.ROOT)
                                .startsWith(words.toLowerCase(java.util.Locale.ROOT)))))
                .orElse(true);
    }

    private static boolean namesLackOfEfficacy(CodeableConcept reason) {
        return Coded.words(reason)
                .map(words -> words.toLowerCase(java.util.Locale.ROOT))
                .anyMatch(words ->
                        words.contains("efficacy") || words.contains("ineffective") || words.contains("no effect"));
    }

    private static Optional<String> strategy(DomainResource record) {
        return Extensions.code(record, "treatment-strategy");
    }

    private static Optional<BigDecimal> adherence(MedicationStatement statement) {
        return Optional.ofNullable(statement.getExtensionByUrl(Ours.definition("stated-adequacy")))
                .map(stated -> stated.getExtensionByUrl("adherencePercent"))
                .map(Extension::getValue)
                .filter(DecimalType.class::isInstance)
                .map(value -> ((DecimalType) value).getValue());
    }
}
