package io.github.trdcare.stimulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.chart.Finding;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions of a course of 36 from 1 to 31 July 2026 under a threshold of 50 % found that morning. */
class SessionCheckTest {
    private static final SessionCheck CHECK = new SessionCheck(PatientText.KNOWLEDGE);
    private static final String THETA = "pattern=itbs pulseRateHz=- pulsesPerBurst=3 intraBurstHz=50 burstRateHz=5"
            + " trainDurationS=2 interTrainIntervalS=8 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // 10 Hz x 4 s = 40 pulses, x 75 = 3000; 75 x (4 + 26) s less up to one or two intervals (NIBS, vendors)
                "'';",
                "pulsesPerTrain=41 pulsesTotal=3075;422 pulses-per-train right 40",
                "pulsesTotal=2999;422 pulses-total right 3000",
                "pulsesTotal=3001;422 pulses-total right 3000",
                "pulsesTotal=1600 interrupted=yes;",
                "pulsesTotal=1600 status=stopped stimulationSeconds=900;",
                "pulsesTotal=3001 interrupted=yes;422 pulses-total right at most 3000",
                // 75 x (4 + 11): 1103 to 1125 s; a vendor prints 1106, the sum without the last interval is 1114
                "interTrainIntervalS=11 stimulationSeconds=1102;422 stimulation-time right 1103 and 1125",
                "interTrainIntervalS=11 stimulationSeconds=1103;",
                "interTrainIntervalS=11 stimulationSeconds=1106;",
                "interTrainIntervalS=11 stimulationSeconds=1114;",
                "interTrainIntervalS=11 stimulationSeconds=1125;",
                "interTrainIntervalS=11 stimulationSeconds=1126;422 stimulation-time right 1103 and 1125",
                // the same, counted from onset to onset: 15 s
                "interTrainIntervalS=15 itiConvention=onset-to-onset stimulationSeconds=1125;",
                "interTrainIntervalS=15 itiConvention=onset-to-onset stimulationSeconds=1126;422 stimulation-time right 1103 and 1125",
                "interTrainIntervalS=11 stimulationSeconds=1200 interrupted=yes;",
                // iTBS: 2 s = 10 triplets = 30 pulses, x 20 = 600, x 60 = 1800 (magstim.com; SAINT)
                "THETA pulsesPerTrain=30 trains=20 pulsesTotal=600 stimulationSeconds=192;",
                "THETA pulsesPerTrain=30 trains=60 pulsesTotal=1800 stimulationSeconds=592;",
                "THETA pulsesPerTrain=20 trains=20 pulsesTotal=400 stimulationSeconds=192;422 pulses-per-train right 30",
                // deep TMS: 18 Hz x 2 s = 36, x 55 = 1980
                "pattern=dtms pulseRateHz=18 trainDurationS=2 interTrainIntervalS=20 trains=55 pulsesPerTrain=36 pulsesTotal=1980 stimulationSeconds=1190;",
                // half a pulse rounds up: 1 Hz x 2.5 s
                "pulseRateHz=1 trainDurationS=2.5 trains=1 pulsesPerTrain=3 pulsesTotal=3 stimulationSeconds=2.5;",
                // 120 % of 50 % is 60 % of output, one percent either way
                "intensityPctMSO=60;",
                "intensityPctMSO=61;",
                "intensityPctMSO=59;",
                "intensityPctMSO=61.1;422 intensity right 60",
                "intensityPctMSO=58.9;422 intensity right 60",
                "intensityPctMSO=66 depthFactor=1.1;",
                "intensityPctMSO=60 depthFactor=1.1;422 intensity right 66",
                // ramp-up is legal, above the cap is not
                "intensityPctMT=80 intensityPctMSO=40;",
                "intensityPctMT=121;422 intensity-cap right at most 120",
                // another side has no threshold
                "laterality=right;422 no-threshold right a motor threshold found at or before 2026-07-06T09:00:00Z"
            })
    void theDoseHoldsTogether(String session, String refusals) {
        assertThat(told(List.of(), "session 1 2026-07-06T09:00:00Z/40 " + session.replace("THETA ", THETA)))
                .isEqualTo(refusals == null ? "" : refusals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "session 2 2026-06-30T23:59:00Z/40;409 before-course",
                "session 2 2026-07-31T10:00:00Z/40;",
                "session 2 2026-08-01T10:00:00Z/40;409 after-course",
                "session 2 2026-07-13T08:59:00Z/40;",
                "session 2 2026-07-13T09:00:00Z/40;409 in-hold",
                "session 2 2026-07-14T09:00:00Z/40 override=yes;",
                "session 2 2026-07-15T09:00:00Z/40;",
                "session 1 2026-07-08T09:00:00Z/40 id=b;409 session-number",
                "session 2 2026-07-08T09:00:00Z/37;422 session-time",
                "session 2 2026-07-08T09:00:00Z/38;"
            })
    void clinicalTimeDecides(String session, String refusals) {
        assertThat(told(List.of("session 1 2026-07-06T09:00:00Z/40"), session).replaceAll(" right .*", ""))
                .isEqualTo(refusals == null ? "" : refusals);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "session 2 2026-07-06T15:00:00Z/40;per-day",
                "session 2 2026-07-07T09:00:00Z/40;",
                "session 6 2026-07-11T09:00:00Z/40;per-week",
                "session 6 2026-07-20T09:00:00Z/40;",
                "session 2 2026-07-07T09:00:00Z/40 laterality=right;side"
            })
    void whatDepartsFromTheOrderIsADeviation(String session, String deviations) {
        List<String> before = session.startsWith("session 6")
                ? List.of(
                        "session 1 2026-07-06T09:00:00Z/40",
                        "session 2 2026-07-07T09:00:00Z/40",
                        "session 3 2026-07-08T09:00:00Z/40",
                        "session 4 2026-07-09T09:00:00Z/40",
                        "session 5 2026-07-10T09:00:00Z/40")
                : List.of("session 1 2026-07-06T09:00:00Z/40");
        assertThat(decide(before, session).deviations().stream()
                        .map(Finding::code)
                        .toList())
                .isEqualTo(deviations == null ? List.of() : List.of(deviations));
    }

    @ParameterizedTest
    @CsvSource({"2026-07-06T10:29:00Z, spacing", "2026-07-06T10:30:00Z, "})
    void acceleratedSessionsKeepTheirDistance(String start, String deviation) {
        List<String> saint = List.of(
                "order prescribed=50 sessionsPerDay=10 sessionsPerWeek=50 minInterSessionMinutes=50",
                "course 2026-07-01..2026-07-31",
                "threshold 2026-07-01T08:00:00Z 50",
                "session 1 2026-07-06T09:00:00Z/40");
        SessionDecision decision = CHECK.decide(
                (Procedure) TmsText.resource("session 2 " + start + "/40"),
                PatientText.chartOf(TmsText.resources(saint), "2026-07-31"));
        assertThat(decision.deviations().stream().map(Finding::code).toList())
                .isEqualTo(deviation == null ? List.of() : List.of(deviation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the latest at or before the start, of the same coil and kind
                "threshold 2026-07-05T09:00:00Z 55;66;",
                "threshold 2026-07-07T09:00:00Z 55;60;",
                "threshold 2026-07-05T09:00:00Z 55 coil=other;60;",
                "threshold 2026-07-05T09:00:00Z 40 kind=active;60;",
                "threshold 2026-07-05T09:00:00Z 55 side=right;60;",
                // found in this very session, after its start
                "threshold 2026-07-06T09:05:00Z 55 of=1;66;"
            })
    void theThresholdInForceIsTheLatestOfItsKind(String threshold, String output) {
        assertThat(told(List.of(threshold), "session 1 2026-07-06T09:00:00Z/40 intensityPctMSO=" + output))
                .isEmpty();
    }

    private static String told(List<String> before, String session) {
        return String.join(
                ", ",
                decide(before, session).refusals().stream()
                        .map(refusal -> refusal.kind().status() + " " + refusal.code() + " right " + refusal.right())
                        .toList());
    }

    private static SessionDecision decide(List<String> before, String session) {
        List<String> lines = new ArrayList<>(List.of(
                "order prescribed=36 sessionsPerDay=1 sessionsPerWeek=5 intensityCapPctMT=120",
                "course 2026-07-01..2026-07-31 hold=2026-07-13T09:00:00Z..2026-07-15T09:00:00Z",
                "threshold 2026-07-01T08:00:00Z 50"));
        lines.addAll(before);
        List<Resource> record = TmsText.resources(lines);
        return CHECK.decide((Procedure) TmsText.resource(session), PatientText.chartOf(record, "2026-08-31"));
    }
}
