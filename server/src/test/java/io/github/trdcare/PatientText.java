package io.github.trdcare;

import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Knowledge;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/**
 * A patient in a few lines of text, as resources: one line a fact, first what it is, then when ({@code from..to}), then
 * what; {@code name=value} adds what is rare.
 */
public final class PatientText {
    public static final Knowledge KNOWLEDGE = Knowledge.shipped();
    public static final Scales SCALES = Scales.read(KNOWLEDGE);
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    private static final String ICD = "http://hl7.org/fhir/sid/icd-10-cm";
    private static final String SNOMED = "http://snomed.info/sct";

    private final List<Resource> resources = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private PatientText() {}

    public static List<Resource> resources(List<String> lines) {
        PatientText text = new PatientText();
        lines.forEach(text::read);
        return text.resources;
    }

    /** The chart at the last instant of a day, in UTC. */
    public static Chart chart(List<String> lines, String asOf) {
        return chartOf(resources(lines), asOf);
    }

    public static Chart chartOf(List<? extends Resource> resources, String asOf) {
        ZoneId utc = ZoneId.of("UTC");
        Instant end =
                LocalDate.parse(asOf).plusDays(1).atStartOfDay(utc).toInstant().minusMillis(1);
        return Chart.of(resources, end, utc);
    }

    private void read(String line) {
        List<String> words = new ArrayList<>();
        Map<String, String> more = new LinkedHashMap<>();
        for (String word : line.trim().split("\\s+")) {
            int sign = word.indexOf('=');
            if (sign > 0) {
                more.put(word.substring(0, sign), word.substring(sign + 1).replace('_', ' '));
            } else {
                words.add(word);
            }
        }
        DomainResource resource = resource(words, more);
        String kind = words.get(0);
        counts.merge(kind, 1, Integer::sum);
        resource.setId(more.getOrDefault("id", kind + "-" + counts.get(kind)));
        if (more.containsKey("strategy")) {
            resource.addExtension(coded("treatment-strategy", more.get("strategy")));
        }
        resources.add(resource);
    }

    private DomainResource resource(List<String> words, Map<String, String> more) {
        return switch (words.get(0)) {
            case "born" -> new Patient().setBirthDateElement(new org.hl7.fhir.r4.model.DateType(words.get(1)));
            case "episode" -> episode(words, more);
            case "problem" -> new Condition().setCode(concept(words.get(1)));
            case "drug" -> statement(words, more);
            case "request" -> request(words, more);
            case "form" -> form(words, more);
            case "tms" -> course(words, Ours.TMS, "tms-course");
            case "ect" -> ect(words, more);
            case "ect-session" -> ectSession(words, more);
            case "therapy" -> therapy(words);
            case "screen" ->
                new QuestionnaireResponse()
                        .setQuestionnaire(Ours.BASE + "/Questionnaire/tms-safety-screen")
                        .setAuthoredElement(new DateTimeType(words.get(1)));
            case "stimulator" -> new Device().setType(concept(Ours.TMS + "|tms-stimulator"));
            case "order" -> order(words, more);
            case "flag" -> flag(words);
            case "observed" -> observed(words.get(1), words.get(2), words.get(3));
            default -> score(words, more);
        };
    }

    private static Condition episode(List<String> words, Map<String, String> more) {
        Condition episode = new Condition();
        episode.getMeta().addProfile(Ours.definition("trd-condition"));
        Period period = period(words.get(1));
        episode.setOnset(period.getStartElement());
        if (period.hasEnd()) {
            episode.setAbatement(period.getEndElement());
        }
        if (words.size() > 2) {
            episode.setSeverity(ours(words.get(2)));
        }
        return episode.setCode(concept(more.getOrDefault("code", "1153570009")));
    }

    private static MedicationStatement statement(List<String> words, Map<String, String> more) {
        MedicationStatement statement = new MedicationStatement()
                .setStatus(MedicationStatement.MedicationStatementStatus.fromCode(
                        more.getOrDefault("status", "completed")))
                .setMedication(drug(words.get(1)));
        statement.getMeta().addProfile(Ours.definition("trd-treatment-trial"));
        statement.setEffective(period(words.get(2)));
        dosage(words, more).ifPresent(statement::addDosage);
        if (words.size() > 4) {
            statement.addExtension(coded("trial-outcome", words.get(4)));
        }
        if (more.containsKey("adherence")) {
            Extension stated = new Extension(Ours.definition("stated-adequacy"));
            stated.addExtension("adherencePercent", new DecimalType(more.get("adherence")));
            statement.addExtension(stated);
        }
        if (more.containsKey("reason")) {
            statement.addStatusReason().setText(more.get("reason"));
        }
        if (more.containsKey("episode")) {
            statement.addReasonReference(new Reference("Condition/" + more.get("episode")));
        }
        return statement;
    }

    private static MedicationRequest request(List<String> words, Map<String, String> more) {
        MedicationRequest request = new MedicationRequest()
                .setStatus(MedicationRequest.MedicationRequestStatus.fromCode(more.getOrDefault("status", "active")))
                .setIntent(MedicationRequest.MedicationRequestIntent.fromCode(more.getOrDefault("intent", "order")))
                .setMedication(drug(words.get(1)));
        String when = words.get(2);
        if (when.contains("..")) {
            request.getDispenseRequest().setValidityPeriod(period(when));
        } else {
            request.setAuthoredOnElement(new DateTimeType(when));
        }
        if (more.containsKey("supply")) {
            request.getDispenseRequest()
                    .setExpectedSupplyDuration((org.hl7.fhir.r4.model.Duration) new org.hl7.fhir.r4.model.Duration()
                            .setValue(new BigDecimal(more.get("supply")))
                            .setSystem("http://unitsofmeasure.org")
                            .setCode("d"));
            request.getDispenseRequest().setNumberOfRepeatsAllowed(Integer.parseInt(more.getOrDefault("repeats", "0")));
        }
        dosage(words, more).ifPresent(request::addDosageInstruction);
        return request;
    }

    /** {@code 100mg} once a day, {@code 2tab}, {@code 50mg*2} twice a day, {@code -} unknown. */
    private static java.util.Optional<Dosage> dosage(List<String> words, Map<String, String> more) {
        if (words.size() < 4 || words.get(3).equals("-")) {
            return java.util.Optional.empty();
        }
        String[] parts = words.get(3).split("\\*");
        String number = parts[0].replaceAll("[^0-9.].*", "");
        String unit = parts[0].substring(number.length());
        Quantity dose = new Quantity().setValue(new BigDecimal(number));
        if (unit.equals("tab") || unit.equals("patch")) {
            dose.setCode("{" + unit + "}").setSystem("http://unitsofmeasure.org");
        } else if (!unit.isEmpty()) {
            dose.setUnit(unit).setCode(unit).setSystem("http://unitsofmeasure.org");
        }
        Timing timing = new Timing();
        timing.getRepeat()
                .setFrequency(parts.length > 1 ? Integer.parseInt(parts[1]) : 1)
                .setPeriod(1);
        timing.getRepeat().setPeriodUnit(UnitsOfTime.D);
        Dosage dosage = new Dosage().setTiming(timing);
        if (more.containsKey("route")) {
            dosage.setRoute(new CodeableConcept().setText(more.get("route")));
        }
        dosage.addDoseAndRate().setDose(dose);
        return java.util.Optional.of(dosage);
    }

    private static QuestionnaireResponse form(List<String> words, Map<String, String> more) {
        Scale scale = SCALES.find(words.get(1)).orElseThrow();
        QuestionnaireResponse form = new QuestionnaireResponse()
                .setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.COMPLETED)
                .setQuestionnaire(scale.questionnaire())
                .setAuthoredElement(new DateTimeType(words.get(2)));
        List<String> points = words.size() > 3 ? Arrays.asList(words.get(3).split(",")) : List.of();
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).equals("-")) {
                String code = scale.items().get(i);
                form.addItem()
                        .setLinkId(code.substring(code.lastIndexOf('|') + 1))
                        .addAnswer()
                        .setValue(new IntegerType(points.get(i)));
            }
        }
        if (more.containsKey("total")) {
            String code = scale.totals().get(0);
            form.addItem()
                    .setLinkId(code.substring(code.lastIndexOf('|') + 1))
                    .addAnswer()
                    .setValue(new IntegerType(more.get("total")));
        }
        return form;
    }

    private static Observation score(List<String> words, Map<String, String> more) {
        Scale scale = SCALES.find(words.get(0)).orElseThrow(() -> new IllegalArgumentException(words.toString()));
        Observation score = observed(scale.totals().get(0), words.get(1), words.get(2));
        if (more.containsKey("from")) {
            score.addDerivedFrom(new Reference("QuestionnaireResponse/" + more.get("from")));
        }
        return score;
    }

    private static Observation observed(String code, String when, String value) {
        String number = value.replaceAll("[^0-9.].*", "");
        Quantity quantity = new Quantity().setValue(new BigDecimal(number));
        String unit = value.substring(number.length());
        if (!unit.isEmpty()) {
            quantity.setUnit(unit).setCode(unit).setSystem("http://unitsofmeasure.org");
        }
        return new Observation()
                .setStatus(Observation.ObservationStatus.FINAL)
                .setCode(concept(code))
                .setEffective(new DateTimeType(when))
                .setValue(quantity);
    }

    private static Procedure course(List<String> words, String system, String code) {
        Procedure course = new Procedure()
                .setStatus(Procedure.ProcedureStatus.UNKNOWN)
                .setCode(concept(system + "|" + code))
                .setPerformed(period(words.get(1)));
        if (words.size() > 2) {
            course.setOutcome(ours(words.get(2)));
        }
        return course;
    }

    private static Procedure ect(List<String> words, Map<String, String> more) {
        Procedure course = course(words, Ours.TRD, "ect-course");
        if (more.containsKey("code")) {
            course.getCode().addCoding(concept(more.get("code")).getCodingFirstRep());
        }
        return course;
    }

    private static Procedure ectSession(List<String> words, Map<String, String> more) {
        Procedure session = course(words.subList(0, 2), Ours.TRD, "ect-session");
        session.setStatus(Procedure.ProcedureStatus.COMPLETED);
        session.addPartOf(new Reference("Procedure/" + more.getOrDefault("of", "ect-1")));
        session.addExtension(coded("ect-electrode-placement", words.get(2)));
        return session;
    }

    private static Procedure therapy(List<String> words) {
        Procedure session = course(List.of("therapy", words.get(2)), Ours.TRD, "psychotherapy-session");
        session.addExtension(coded("psychotherapy-modality", words.get(1)));
        return session.setStatus(Procedure.ProcedureStatus.COMPLETED);
    }

    private static ServiceRequest order(List<String> words, Map<String, String> more) {
        ServiceRequest order = new ServiceRequest().setCode(concept(Ours.TMS + "|tms-course"));
        order.addExtension(Ours.definition("sessions-prescribed"), new PositiveIntType(words.get(1)));
        Extension prescription = new Extension(Ours.definition("tms-prescription"));
        prescription.addExtension("pattern", concept(Ours.TMS + "|" + more.getOrDefault("pattern", "rtms")));
        order.addExtension(prescription);
        return order.setRequester(new Reference("Practitioner/psychiatrist"));
    }

    private static Flag flag(List<String> words) {
        Flag flag = new Flag().setStatus(Flag.FlagStatus.ACTIVE).setCode(ours(words.get(1)));
        flag.setPeriod(period(words.get(3)));
        flag.addExtension(coded("contraindication-tier", words.get(2)));
        flag.addExtension(coded("contraindication-treatment", "tms"));
        return flag;
    }

    private static CodeableConcept drug(String text) {
        CodeableConcept drug = new CodeableConcept();
        if (text.matches("\\d+")) {
            drug.addCoding().setSystem(RXNORM).setCode(text);
        } else {
            drug.setText(text.replace('_', ' '));
        }
        return drug;
    }

    /** {@code system|code}, or a bare code whose shape tells its system. */
    private static CodeableConcept concept(String text) {
        int bar = text.indexOf('|');
        String system = bar > 0 ? text.substring(0, bar) : text.matches("\\d+") ? SNOMED : ICD;
        return new CodeableConcept(new org.hl7.fhir.r4.model.Coding(system, text.substring(bar + 1), null));
    }

    private static CodeableConcept ours(String code) {
        return concept(Ours.TRD + "|" + code);
    }

    private static Extension coded(String id, String code) {
        return new Extension(Ours.definition(id), ours(code));
    }

    private static Period period(String text) {
        List<String> ends = Arrays.stream(text.split("\\.\\.")).collect(Collectors.toList());
        Period period = new Period();
        period.setStartElement(new DateTimeType(ends.get(0)));
        if (ends.size() > 1) {
            period.setEndElement(new DateTimeType(ends.get(1)));
        }
        return period;
    }
}
