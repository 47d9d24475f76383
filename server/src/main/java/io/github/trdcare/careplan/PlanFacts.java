package io.github.trdcare.careplan;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import io.github.trdcare.chart.Ours;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;

/**
 * What every part of a new plan needs to know.
 *
 * @param condition reference of the episode
 * @param replaced the orders that this plan takes over from
 */
record PlanFacts(
        Protocol protocol,
        PlanRequest request,
        ProtocolInputs inputs,
        InstantiationTable table,
        String condition,
        List<String> replaced) {

    Reference patient() {
        return new Reference(request.patient());
    }

    Reference episode() {
        return new Reference(condition);
    }

    LocalDate start() {
        return request.firstDay();
    }

    DateTimeType startDay() {
        return new DateTimeType(start().toString());
    }

    DateTimeType written() {
        return new DateTimeType(
                Date.from(request.chart().asOf()),
                TemporalPrecisionEnum.SECOND,
                TimeZone.getTimeZone(request.chart().zone()));
    }

    Optional<Reference> author() {
        return request.author().map(Reference::new);
    }

    Optional<Reference> organization() {
        return request.organization().map(Reference::new);
    }

    /** The replaced orders of one type. */
    List<Reference> replaced(String type) {
        return replaced.stream()
                .filter(reference -> reference.startsWith(type + "/"))
                .map(Reference::new)
                .toList();
    }

    Optional<Extension> strategy(CodeableConcept code) {
        return table.strategy(protocol, code)
                .map(strategy -> new Extension(
                        Ours.definition("treatment-strategy"),
                        new CodeableConcept(new Coding(Ours.TRD, strategy, null))));
    }

    static Meta claiming(String profile) {
        Meta meta = new Meta();
        meta.addProfile(profile.contains(":") ? profile : Ours.definition(profile));
        return meta;
    }

    /** A concept of one code, written {@code system|code}. */
    static CodeableConcept concept(String text) {
        int bar = text.lastIndexOf('|');
        return new CodeableConcept(new Coding(text.substring(0, bar), text.substring(bar + 1), null));
    }
}
