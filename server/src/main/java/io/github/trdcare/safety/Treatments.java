package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;

/** Tells which guarded treatment an order, a course, a session or a dose belongs to, and what it is part of. */
final class Treatments {
    private final Map<String, List<String>> codes;

    Treatments(Knowledge knowledge) {
        this.codes = knowledge.document("contraindications.yaml").row("treatments").named().stream()
                .collect(Collectors.toMap(Row::key, row -> row.texts("codes")));
    }

    /** The treatment by the record's own code, else by that of the course that it is part of. */
    Optional<String> of(DomainResource resource, Chart chart) {
        return Stream.concat(Stream.of(resource), parents(resource, chart))
                .flatMap(each -> byCode(each).stream())
                .findFirst();
    }

    /** By the record's own code alone. */
    Optional<String> byCode(DomainResource resource) {
        return code(resource).flatMap(concept -> codes.entrySet().stream()
                .filter(treatment -> Coded.isAny(concept, treatment.getValue()))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** The record's course, and the orders of both: an override may stand on any of them. */
    Stream<DomainResource> parents(DomainResource resource, Chart chart) {
        List<Procedure> courses = resource instanceof Procedure procedure
                ? named(procedure.getPartOf(), Procedure.class, chart).toList()
                : List.of();
        Stream<DomainResource> orders = Stream.concat(Stream.of(resource), courses.stream())
                .filter(Procedure.class::isInstance)
                .flatMap(each -> named(((Procedure) each).getBasedOn(), ServiceRequest.class, chart));
        return Stream.concat(courses.stream(), orders);
    }

    private static <T extends DomainResource> Stream<T> named(List<Reference> references, Class<T> type, Chart chart) {
        return References.of(references).stream().flatMap(reference -> chart.find(type, reference).stream());
    }

    private static Optional<CodeableConcept> code(DomainResource resource) {
        if (resource instanceof Procedure procedure) {
            return Optional.of(procedure.getCode());
        }
        if (resource instanceof ServiceRequest order) {
            return Optional.of(order.getCode());
        }
        if (resource instanceof MedicationRequest order) {
            return Optional.of(order.getMedication())
                    .filter(CodeableConcept.class::isInstance)
                    .map(CodeableConcept.class::cast);
        }
        return resource instanceof MedicationAdministration dose
                ? Optional.of(dose.getMedication())
                        .filter(CodeableConcept.class::isInstance)
                        .map(CodeableConcept.class::cast)
                : Optional.empty();
    }
}
