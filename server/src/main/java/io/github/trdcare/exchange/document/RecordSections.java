package io.github.trdcare.exchange.document;

import io.github.trdcare.careplan.DocumentSection;
import io.github.trdcare.careplan.Prose;
import io.github.trdcare.careplan.Worded;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Flags;
import io.github.trdcare.chart.References;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DeviceUseStatement;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** What a summary lists as it stands in the record: one line a record, the newest first. */
final class RecordSections {
    private static final Set<String> OVER = Set.of("inactive", "resolved", "remission");
    /** An observation that is ordered, or never came about, tells no value. */
    private static final Set<String> UNSEEN = Set.of("registered", "cancelled", "unknown");

    private static final Set<String> PLANS = Set.of("active", "on-hold", "unknown");

    private final Chart chart;

    RecordSections(Chart chart) {
        this.chart = chart;
    }

    DocumentSection alerts(String title) {
        return listed(
                title,
                List.of("Alert", "Kind", "Since"),
                chart.all(Flag.class).stream().filter(flag -> Flags.stand(flag, chart)),
                flag -> List.of(
                        Worded.concept(flag.getCode()),
                        words(flag.getCategory()),
                        Worded.span(chart.span(flag.getPeriod()))));
    }

    DocumentSection problems(String title, boolean past) {
        return listed(
                title,
                List.of("Problem", "Status", "Severity", "Since"),
                chart.all(Condition.class).stream()
                        .filter(each -> !isRefuted(each.getVerificationStatus()))
                        .filter(each -> chart.mayHaveBegun(each.getOnset()))
                        .filter(each -> isOver(each.getClinicalStatus()) == past),
                each -> List.of(
                        Worded.concept(each.getCode()),
                        Worded.status(each),
                        Worded.concept(each.getSeverity()),
                        Worded.span(chart.start(each.getOnset())
                                .map(start ->
                                        new io.github.trdcare.chart.Span(start, chart.start(each.getAbatement()))))));
    }

    DocumentSection allergies(String title) {
        return listed(
                title,
                List.of("Substance", "Status", "Criticality", "Reaction"),
                chart.all(AllergyIntolerance.class).stream()
                        .filter(each -> !isOver(each.getClinicalStatus()) && !isRefuted(each.getVerificationStatus())),
                each -> List.of(
                        Worded.concept(each.getCode()),
                        Worded.status(each),
                        each.getCriticality() != null ? each.getCriticality().getDisplay() : "",
                        Worded.joined(each.getReaction().stream()
                                .flatMap(reaction -> reaction.getManifestation().stream())
                                .map(Worded::concept))));
    }

    DocumentSection plans(String title) {
        return listed(
                title,
                List.of("Plan", "Kind", "Status", "When"),
                chart.all(CarePlan.class).stream()
                        .filter(plan -> chart.mayHaveBegun(plan.getPeriod()) && PLANS.contains(Worded.status(plan))),
                plan -> List.of(
                        plan.getTitle() != null ? plan.getTitle() : "Care plan",
                        words(plan.getCategory()),
                        Worded.status(plan),
                        Worded.span(chart.span(plan.getPeriod()))));
    }

    DocumentSection immunizations(String title) {
        return listed(
                title,
                List.of("Vaccine", "Status", "When"),
                chart.all(Immunization.class).stream().filter(each -> chart.mayHaveBegun(each.getOccurrence())),
                each -> List.of(
                        Worded.concept(each.getVaccineCode()),
                        Worded.status(each),
                        Worded.span(chart.span(each.getOccurrence()))));
    }

    DocumentSection devices(String title) {
        return listed(
                title,
                List.of("Why", "Status", "When"),
                chart.all(DeviceUseStatement.class).stream().filter(each -> chart.mayHaveBegun(each.getTiming())),
                each -> List.of(
                        words(each.getReasonCode()), Worded.status(each), Worded.span(chart.span(each.getTiming()))));
    }

    /** The latest of each kind. */
    DocumentSection observations(String title, String category) {
        Map<String, Observation> latest = new LinkedHashMap<>();
        chart.all(Observation.class).stream()
                .filter(each -> isOf(each, category) && each.hasEffective() && !UNSEEN.contains(Worded.status(each)))
                .filter(each -> chart.start(each.getEffective()).isPresent())
                .sorted(Comparator.comparing((Observation each) ->
                                chart.start(each.getEffective()).orElseThrow())
                        .reversed())
                .forEach(each -> latest.putIfAbsent(kind(each), each));
        return listed(
                title,
                List.of("What", "Value", "When"),
                latest.values().stream(),
                each -> List.of(
                        Worded.concept(each.getCode()), value(each), Worded.span(chart.span(each.getEffective()))));
    }

    private static String kind(Observation each) {
        return Coded.codes(each.getCode()).stream().findFirst().orElseGet(() -> Worded.concept(each.getCode()));
    }

    private static String value(Observation each) {
        Stream<String> parts = each.getComponent().stream()
                .map(part -> Worded.concept(part.getCode()) + " " + Worded.target(part.getValue()));
        return Worded.joined(Stream.concat(Stream.of(Worded.target(each.getValue())), parts));
    }

    private static boolean isOf(Observation each, String category) {
        return each.getCategory().stream()
                .flatMap(kind -> kind.getCoding().stream())
                .anyMatch(coding -> category.equals(coding.getCode()));
    }

    private static boolean isRefuted(CodeableConcept verification) {
        return verification.getCoding().stream().anyMatch(coding -> "refuted".equals(coding.getCode()));
    }

    private static boolean isOver(CodeableConcept status) {
        return status.getCoding().stream().anyMatch(coding -> OVER.contains(coding.getCode() + ""));
    }

    private static String words(List<CodeableConcept> concepts) {
        return Worded.joined(concepts.stream().map(Worded::concept));
    }

    private static <R extends Resource> DocumentSection listed(
            String title, List<String> headings, Stream<R> records, Function<R, List<String>> row) {
        List<R> all = records.toList();
        return DocumentSection.of(
                title,
                new Prose().table(headings, all.stream().map(row).toList()),
                all.stream().map(References::to).toList());
    }
}
