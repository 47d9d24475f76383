package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Units;
import io.github.trdcare.exchange.hl7v2.V2Message.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DiagnosticReport.DiagnosticReportStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** ORU: reports and their results; totals and items of rating scales as the rules of this server read them. */
final class ResultMapper implements Mapper {
    private static final String CATEGORIES = "http://terminology.hl7.org/CodeSystem/observation-category";
    private static final String INTERPRETATIONS = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
    private static final String SCORE = "{score}";
    private static final String COMPARATORS = "<=|>=|<|>";

    private final Set<String> ratings;

    ResultMapper(Scales scales) {
        this.ratings = scales.all().stream()
                .flatMap(scale ->
                        Stream.of(scale.totals(), scale.panels(), scale.items()).flatMap(List::stream))
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> events() {
        return Set.of("ORU^R01");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Reference subject = Patients.keep(message, types, draft);
        List<Group> reports = message.groups(List.of("ORC", "OBR"));
        if (reports.stream().noneMatch(report -> report.first("OBR").isPresent())) {
            message.required("OBR");
        }
        reports.forEach(report -> report(report, subject, types, draft));
        return draft;
    }

    private void report(Group group, Reference subject, Datatypes types, Draft draft) {
        Line obr = group.required("OBR");
        Identifier number = types.ei(number(group, obr), "report");
        DiagnosticReport report = new DiagnosticReport().addIdentifier(number).setSubject(subject);
        report.setStatus(DiagnosticReportStatus.fromCode(
                types.tables().of("report-status", obr.first(25)).orElse("final")));
        report.setCode(types.concept(obr.required(4, "What was asked for (OBR-4)")));
        obr.keeps(25, "The status of the report (OBR-25)");
        obr.first(7).map(types.times()::dateTime).ifPresent(report::setEffective);
        Unsaid.goes(report, "effective[x]", obr, 7);
        Unsaid.goes(report, "issued", obr, 22);
        obr.first(22).map(types.times()::instant).ifPresent(report::setIssuedElement);
        Optional<Observation> last = Optional.empty();
        Map<String, Integer> named = new HashMap<>();
        for (Line line : group.lines()) {
            if (line.name().equals("OBX")) {
                Observation result = result(line, group, subject, types);
                last = Optional.of(result);
                Identifier key = key(number, line, named);
                result.addIdentifier(key);
                report.addResult(draft.put(result, key));
            } else if (line.name().equals("NTE") && last.isPresent()) {
                String note = String.join("\n", types.texts(line.all(3)));
                last.filter(each -> !note.isEmpty())
                        .ifPresent(each -> each.addNote().setText(note));
            }
        }
        draft.put(report, number);
    }

    /** By code and sub-id; a result that is named like another of its report is the second, third… of this name. */
    private static Identifier key(Identifier report, Line obx, Map<String, Integer> named) {
        String name = obx.text(3).orElseThrow() + "." + obx.text(4).orElse("1");
        int time = named.merge(name, 1, Integer::sum);
        return time == 1 ? Datatypes.part(report, name) : Datatypes.part(report, name, "" + time);
    }

    /** The filler's number; where it gave none, the placer's. */
    private static Field number(Group group, Line obr) {
        obr.keeps(3, "The number of the report (OBR-3)");
        return obr.first(3)
                .or(() -> group.first("ORC").flatMap(orc -> orc.first(3)))
                .or(() -> obr.first(2))
                .or(() -> group.first("ORC").flatMap(orc -> orc.first(2)))
                .orElseThrow(() -> obr.wrong(V2Error.REQUIRED_FIELD, 3, "The number of the report (OBR-3) is missing"));
    }

    /** One OBX as it stands. */
    Observation result(Line obx, Group group, Reference subject, Datatypes types) {
        Observation result = new Observation().setSubject(subject);
        result.setStatus(ObservationStatus.fromCode(
                types.tables().of("result-status", obx.first(11)).orElse("final")));
        result.setCode(types.concept(obx.required(3, "What was observed (OBX-3)")));
        if (isRating(result.getCode())) {
            result.addCategory().addCoding().setSystem(CATEGORIES).setCode("survey");
        }
        obx.first(14)
                .or(() -> group.first("OBR").flatMap(obr -> obr.first(7)))
                .map(types.times()::dateTime)
                .ifPresent(result::setEffective);
        value(obx, isRating(result.getCode()), types).ifPresent(result::setValue);
        obx.first(8)
                .flatMap(each -> each.text(1))
                .ifPresent(code -> result.addInterpretation(types.tables()
                        .find("interpretation", code)
                        .map(known ->
                                new CodeableConcept(new org.hl7.fhir.r4.model.Coding(INTERPRETATIONS, known, null)))
                        .orElseGet(() -> new CodeableConcept().setText(code))));
        obx.text(7).ifPresent(range -> result.addReferenceRange().setText(range));
        obx.all(16).forEach(each -> result.addPerformer(types.xcn(each)));
        gone(obx, result);
        return result;
    }

    private static void gone(Line obx, Observation result) {
        obx.keeps(11, "The status of the result (OBX-11)");
        Unsaid.goes(result, "value[x]", obx, 5);
        Unsaid.goes(result, "referenceRange", obx, 7);
        Unsaid.goes(result, "interpretation", obx, 8);
        Unsaid.goes(result, "effective[x]", obx, 14);
        Unsaid.goes(result, "performer", obx, 16);
    }

    /** No more than a rating's code and its answer, which may be a number or a code, whatever else is wrong. */
    Optional<Observation> bare(Line obx, Datatypes types) {
        Optional<CodeableConcept> code = obx.first(3).map(types::concept).filter(this::isRating);
        return code.map(known -> {
            Observation answer = new Observation().setCode(known).setStatus(ObservationStatus.UNKNOWN);
            answer.addCategory().addCoding().setSystem(CATEGORIES).setCode("survey");
            obx.first(5)
                    .ifPresent(value -> answer.setValue(
                            value.text(1)
                                            .filter(text -> text.matches("\\d{1,3}"))
                                            .isPresent()
                                    ? new StringType(value.text(1).get())
                                    : types.concept(value)));
            return answer;
        });
    }

    private boolean isRating(CodeableConcept code) {
        return Coded.isAny(code, ratings);
    }

    private static Optional<Type> value(Line obx, boolean rating, Datatypes types) {
        List<Field> values = obx.all(5);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Field first = values.get(0);
        return switch (obx.text(2).orElse("")) {
            case "NM" -> Optional.of(scored(types.quantity(first, obx.first(6)), rating));
            case "SN" -> Optional.of(structured(first, obx, types));
            case "CE", "CWE", "CNE", "CF" -> Optional.of(types.concept(first));
            case "TS", "DT", "DTM" -> Optional.of(types.times().dateTime(first));
            case "" -> throw obx.wrong(V2Error.REQUIRED_FIELD, 2, "The kind of the value (OBX-2) is missing");
            case "ED", "RP" ->
                throw obx.wrong(V2Error.DATA_TYPE, 2, "A document is no result; documents come as MDM messages");
            default -> Optional.of(new StringType(String.join("\n", types.texts(values))));
        };
    }

    /** A rating scale has no unit; FHIR wants one said. */
    private static Quantity scored(Quantity quantity, boolean rating) {
        return rating && !quantity.hasUnit()
                ? quantity.setUnit(SCORE).setSystem(Units.UCUM).setCode(SCORE)
                : quantity;
    }

    /** SN: a comparator and a number; a range or a ratio stays in words. */
    private static Type structured(Field value, Line obx, Datatypes types) {
        String comparator = value.text(1).orElse("");
        Optional<String> number = value.text(2).filter(text -> text.matches("[+-]?\\d{1,12}(\\.\\d{1,9})?"));
        if (number.isEmpty() || value.text(3).isPresent() || !comparator.matches(COMPARATORS + "|=?")) {
            return new StringType(Stream.of(1, 2, 3, 4)
                    .flatMap(part -> value.text(part).stream())
                    .collect(Collectors.joining(" ")));
        }
        Quantity quantity = obx.first(6).map(unit -> types.unit(unit)).orElseGet(Quantity::new);
        quantity.setValue(new java.math.BigDecimal(number.get()));
        return comparator.matches(COMPARATORS)
                ? quantity.setComparator(QuantityComparator.fromCode(comparator))
                : quantity;
    }
}
