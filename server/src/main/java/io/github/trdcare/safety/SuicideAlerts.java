package io.github.trdcare.safety;

import io.github.trdcare.assessment.SafetyItems;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Turns answers about suicide into alerts: by content alone, whatever profile is claimed and whether the rest is right. */
public final class SuicideAlerts {
    private final SafetyItems items;
    private final SuicideScreen screen;

    public SuicideAlerts(Knowledge knowledge) {
        this.items = new SafetyItems(Scales.read(knowledge));
        this.screen = new SuicideScreen(knowledge);
    }

    /** The alerts of one record; a time that it does not give is that of its arrival. */
    public List<Alert> of(Resource resource, Moment arrival, ZoneId zone) {
        Optional<Reference> subject = subject(resource);
        if (subject.isEmpty() || !Mistakes.standsCorrect(resource)) {
            return List.of();
        }
        String patient = References.of(subject.get());
        Moment when = when(resource, zone).orElse(arrival);
        Stream<Alert> answered = items.in(resource).stream().map(alarm -> {
            boolean phq9 = alarm.scale().key().equals("phq9");
            return new Alert(
                    phq9 ? "phq9-item9" : "scale-safety-item",
                    alarm.scale().title() + " item " + alarm.item() + ": "
                            + alarm.points().stripTrailingZeros().toPlainString(),
                    patient,
                    when,
                    keys(resource, patient, alarm.scale().key(), when),
                    Optional.of(References.to(resource)));
        });
        Stream<Alert> screened = screen.level(resource).stream()
                .map(level -> new Alert(
                        level,
                        "C-SSRS screener: " + level.substring(level.indexOf('-') + 1) + " risk",
                        patient,
                        when,
                        keys(resource, patient, "cssrs", when),
                        Optional.of(References.to(resource))));
        return Stream.concat(answered, screened).toList();
    }

    /** The response that the record belongs to, the record itself, and last the patient, the scale and the instant. */
    private static List<String> keys(Resource resource, String patient, String instrument, Moment when) {
        List<String> keys = new ArrayList<>();
        if (resource instanceof Observation observation) {
            Stream.of(observation.getDerivedFrom(), observation.getPartOf())
                    .flatMap(references -> References.of(references).stream())
                    .filter(reference -> reference.startsWith("QuestionnaireResponse/"))
                    .forEach(keys::add);
        }
        keys.add(References.to(resource));
        keys.add(patient + "|" + instrument + "|" + when.first());
        return keys;
    }

    static Optional<Reference> subject(Resource resource) {
        Reference subject = resource instanceof QuestionnaireResponse response
                ? response.getSubject()
                : resource instanceof Observation observation ? observation.getSubject() : new Reference();
        return Optional.of(subject)
                .filter(reference -> References.patient(reference).isPresent());
    }

    static Optional<Moment> when(Resource resource, ZoneId zone) {
        Type time = resource instanceof QuestionnaireResponse response
                ? response.getAuthoredElement()
                : ((Observation) resource).getEffective();
        Type start = time instanceof Period period ? period.getStartElement() : time;
        return start instanceof BaseDateTimeType point && point.hasValue()
                ? Optional.of(Moment.of(point, zone))
                : Optional.empty();
    }
}
