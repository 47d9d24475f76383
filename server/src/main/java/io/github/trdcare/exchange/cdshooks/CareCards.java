package io.github.trdcare.exchange.cdshooks;

import io.github.trdcare.assessment.Assessment;
import io.github.trdcare.assessment.SafetyItems;
import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.assessment.Score;
import io.github.trdcare.careplan.PlanProgress;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.cdshooks.Card.Indicator;
import io.github.trdcare.exchange.cdshooks.Card.Source;
import io.github.trdcare.exchange.cdshooks.Services.Service;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.resistance.AdequacyPolicy;
import io.github.trdcare.resistance.Answer;
import io.github.trdcare.resistance.Resistance;
import io.github.trdcare.resistance.ResistanceVerdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** Cards for a patient whose record is opened: what the rules find, worded; pure. */
final class CareCards {
    private static final Source OURS = new Source("TRD Care Server", Ours.BASE);
    private static final String ALERT = Ours.BASE + "/sid/safety-alert";

    private final Map<String, AdequacyPolicy> policies;
    private final Resistance resistance;
    private final Scales scales;
    private final Assessment assessment;
    private final SafetyItems safetyItems;
    private final PlanProgress progress;

    CareCards(Knowledge knowledge) {
        this.policies = AdequacyPolicy.read(knowledge);
        this.resistance = new Resistance(knowledge);
        this.scales = Scales.read(knowledge);
        this.assessment = new Assessment(scales);
        this.safetyItems = new SafetyItems(scales);
        this.progress = new PlanProgress(knowledge);
    }

    /** Met definition and a score that still shows symptoms. */
    Optional<Card> resistance(Chart chart, Service service) {
        AdequacyPolicy policy = policies.get(service.figures().text("policy"));
        ResistanceVerdict verdict = resistance.of(chart, policy, Optional.empty());
        Scale scale = scales.find(service.figures().text("scale")).orElseThrow();
        Optional<Score> symptomatic = latest(assessment.series(chart, scale).scored())
                .filter(score -> score.total().compareTo(service.figures().number("from")) >= 0);
        return verdict.meetsTrd() != Answer.YES
                ? Optional.empty()
                : symptomatic.map(score -> Card.of(
                        Indicator.INFO,
                        "Meets treatment-resistant depression: " + verdict.failedTrials() + " failed trials, "
                                + scale.title() + " " + score.total().toPlainString(),
                        verdict.trials().stream()
                                .map(trial -> "- " + trial.agent().name() + ": "
                                        + trial.reasons().stream()
                                                .map(reason -> reason.text())
                                                .collect(Collectors.joining("; ")))
                                .collect(Collectors.joining("\n")),
                        source(policy)));
    }

    private static Optional<Score> latest(List<Score> scores) {
        return scores.isEmpty() ? Optional.empty() : Optional.of(scores.get(scores.size() - 1));
    }

    static Source source(AdequacyPolicy policy) {
        return new Source(
                policy.title() + ", version " + policy.version()
                        + policy.date().map(date -> ", " + date).orElse(""),
                null);
    }

    /** A safety alert that stands, or an alarming answer of the last days that has none here. */
    Optional<Card> safety(Chart chart, Service service) {
        Instant since = chart.asOf().minus(Duration.ofDays(service.figures().whole("days")));
        List<String> standing = chart.all(Flag.class).stream()
                .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE
                        && flag.getIdentifier().stream()
                                .map(Identifier::getSystem)
                                .anyMatch(ALERT::equals))
                .map(flag -> "- " + Coded.words(flag.getCode()).findFirst().orElse("Safety alert")
                        + chart.start(flag.getPeriod())
                                .map(start -> ", since "
                                        + start.first().atZone(chart.zone()).toLocalDate())
                                .orElse(""))
                .toList();
        List<String> answers = answers(chart)
                .filter(answer -> when(answer, chart).filter(since::isBefore).isPresent())
                .flatMap(answer -> safetyItems.in(answer).stream()
                        .map(alarm -> "- " + alarm.scale().title() + ", item " + alarm.item() + ": "
                                + alarm.points().toPlainString()))
                .distinct()
                .toList();
        List<String> all = Stream.concat(standing.stream(), answers.stream()).toList();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(
                        Indicator.CRITICAL,
                        "Answers about suicide need a clinician now",
                        String.join("\n", all),
                        OURS));
    }

    private static Stream<Resource> answers(Chart chart) {
        return Stream.concat(chart.all(QuestionnaireResponse.class).stream(), chart.all(Observation.class).stream());
    }

    private static Optional<Instant> when(Resource answer, Chart chart) {
        return (answer instanceof QuestionnaireResponse form
                        ? chart.start(form.getAuthoredElement())
                        : chart.start(((Observation) answer).getEffective()))
                .map(moment -> moment.last());
    }

    /** What an active plan asks to be measured or done, and is late. */
    Optional<Card> overdue(Chart chart) {
        List<Finding> overdue = chart.all(CarePlan.class).stream()
                .filter(plan -> plan.getStatus() == CarePlanStatus.ACTIVE)
                .flatMap(plan -> progress.of(plan, chart).overdue().stream())
                .distinct()
                .toList();
        return overdue.isEmpty()
                ? Optional.empty()
                : Optional.of(Card.of(
                        Indicator.WARNING,
                        overdue.size() == 1
                                ? "One thing of the care plan is overdue"
                                : overdue.size() + " things of the care plan are overdue",
                        overdue.stream().map(finding -> "- " + finding.text()).collect(Collectors.joining("\n")),
                        OURS));
    }
}
