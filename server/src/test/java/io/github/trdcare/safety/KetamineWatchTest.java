package io.github.trdcare.safety;

import static io.github.trdcare.safety.SafetyText.NOW;
import static io.github.trdcare.safety.SafetyText.chart;
import static io.github.trdcare.safety.SafetyText.dose;
import static io.github.trdcare.safety.SafetyText.observed;
import static io.github.trdcare.safety.SafetyText.pressure;
import static io.github.trdcare.safety.SafetyText.watched;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dose of esketamine at 12:00, and what is watched around it. */
class KetamineWatchTest {
    private static final KetamineWatch WATCH = new KetamineWatch(Knowledge.shipped());
    private static final PressureGate GATE = new PressureGate(Knowledge.shipped());
    private static final Moment ARRIVAL = Moment.at(NOW, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"140, 90, false", "141, 90, true", "140, 91, true", "120, 80, false"})
    void aDoseAboveTheLimitsWaitsForADecision(int systolic, int diastolic, boolean waits) {
        Chart chart = chart(NOW, pressure("bp", minutes(-10), systolic, diastolic));
        assertThat(GATE.decide(dose("in-progress", NOW, ""), chart)).hasSize(waits ? 1 : 0);
        assertThat(GATE.decide(dose("completed", NOW, ""), chart))
                .as("a dose already given is a fact")
                .isEmpty();
        assertThat(GATE.alert(dose("completed", NOW, ""), ARRIVAL, chart).isPresent())
                .isEqualTo(waits);
    }

    /** Two hours before the dose is long enough ago; after it began is too late. */
    @ParameterizedTest
    @CsvSource({"-121, false", "-120, true", "0, true", "1, false"})
    void aReadingCountsInTheTwoHoursBefore(int taken, boolean waits) {
        Chart chart = chart(NOW.plusSeconds(3600), pressure("bp", minutes(taken), 160, 95));
        assertThat(GATE.decide(dose("in-progress", NOW, ""), chart)).hasSize(waits ? 1 : 0);
    }

    @Test
    void theLastReadingBeforeTheDoseDecides() {
        Chart chart = chart(NOW, pressure("a", minutes(-30), 160, 95), pressure("b", minutes(-5), 130, 80));
        assertThat(GATE.decide(dose("in-progress", NOW, ""), chart)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "author reason, dose, true",
        "author reason, order, true",
        "author, dose, false",
        "reason, dose, false",
        "author reason until=2026-06-14, dose, false",
        "author reason until=2026-06-15, dose, true",
    })
    void aSignedDecisionOnTheDoseOrItsOrderLetsItBegin(String parts, String place, boolean open) {
        StringBuilder signed = new StringBuilder();
        for (String part : parts.split(" ")) {
            String value = part.startsWith("until=")
                    ? "'url':'until','valueDateTime':'" + part.substring(6) + "'"
                    : part.equals("author")
                            ? "'url':'author','valueReference':{'reference':'Practitioner/1'}"
                            : "'url':'reason','valueString':'x'";
            signed.append(signed.isEmpty() ? "" : ",").append("{" + value + "}");
        }
        String override = "{'url':'" + SafetyText.OURS + "safety-override','extension':[" + signed + "]}";
        MedicationAdministration dose = dose("in-progress", NOW, place.equals("dose") ? override : "");
        Resource order = SafetyText.read("{'resourceType':'MedicationRequest','id':'r','extension':["
                + (place.equals("order") ? override : "") + "]}");
        assertThat(GATE.decide(dose, chart(NOW, order, pressure("bp", minutes(-10), 160, 95)))
                        .isEmpty())
                .isEqualTo(open);
    }

    /** What is on record, minutes after the dose, and how much is missing: it is missing only when its time has come. */
    @ParameterizedTest
    @CsvSource({
        "'', 0, 1",
        "'', 39, 1",
        "'', 40, 4",
        "before, 40, 3",
        "before during, 40, 2",
        "before during sedation, 40, 1",
        "before during sedation dissociation, 130, 0",
        "before during sedation dissociation release, 130, 1",
        "before during sedation dissociation release last, 130, 0",
    })
    void whatWasNotObservedIsMissing(String record, int after, int missing) {
        List<Resource> resources = new ArrayList<>();
        for (String each : record.split(" ")) {
            switch (each) {
                case "before" -> resources.add(pressure("before", minutes(-10), 120, 80));
                case "during" -> resources.add(pressure("during", minutes(40), 120, 80));
                case "last" -> resources.add(pressure("last", minutes(125), 120, 80));
                case "sedation", "dissociation" -> resources.add(watched(each));
                default -> {}
            }
        }
        String released =
                record.contains("release") ? observed("{'url':'release','valueDateTime':'" + minutes(125) + "'}") : "";
        Chart chart = Chart.of(resources, minutes(after), ZoneOffset.UTC);
        assertThat(WATCH.missing(dose("completed", NOW, released), chart))
                .hasSize(missing)
                .allSatisfy(each -> assertThat(each.code()).isEqualTo("missing"));
        assertThat(WATCH.missing(dose("not-done", NOW, released), chart)).isEmpty();
    }

    /** Two hours, a clinician's assessment and an acceptable blood pressure; who is released is not kept. */
    @ParameterizedTest
    @CsvSource({
        "119, true, 140, 1",
        "120, true, 140, 0",
        "120, false, 140, 1",
        "120, true, 141, 1",
        "120, true, 0, 1",
        "60, false, 0, 3",
    })
    void aPatientIsReadyAfterTwoHoursAnAssessmentAndAnAcceptablePressure(
            int after, boolean assessed, int systolic, int kept) {
        String parts = assessed ? observed("{'url':'assessedBy','valueReference':{'reference':'Practitioner/1'}}") : "";
        List<Resource> resources = systolic == 0 ? List.of() : List.of(pressure("bp", minutes(50), systolic, 80));
        Chart chart = Chart.of(resources, minutes(after), ZoneOffset.UTC);
        assertThat(WATCH.keeping(dose("in-progress", NOW, parts), chart)).hasSize(kept);
        String gone = observed("{'url':'release','valueDateTime':'" + minutes(50) + "'}");
        assertThat(WATCH.keeping(dose("completed", NOW, gone), chart)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"09-esketamine-held-for-blood-pressure", "16-intravenous-ketamine"})
    void theDosesOfTheStoriesMayBeGiven(String story) {
        Chart chart = Chart.of(StoryRecord.of(story), Instant.parse("2026-07-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(chart.all(MedicationAdministration.class)).isNotEmpty().allSatisfy(dose -> {
            assertThat(GATE.decide(dose, chart)).isEmpty();
            assertThat(GATE.alert(dose, ARRIVAL, chart)).isEmpty();
            assertThat(WATCH.keeping(dose, chart)).extracting(Finding::text).isEmpty();
        });
    }

    private static Instant minutes(int after) {
        return NOW.plus(Duration.ofMinutes(after));
    }
}
