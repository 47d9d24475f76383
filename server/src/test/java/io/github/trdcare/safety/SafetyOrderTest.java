package io.github.trdcare.safety;

import static io.github.trdcare.safety.SafetyText.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Resource;

/** The order of records and their copies never change what safety says of them. */
class SafetyOrderTest {
    private static final Knowledge KNOWLEDGE = Knowledge.shipped();
    private static final SuicideAlerts SUICIDE = new SuicideAlerts(KNOWLEDGE);
    private static final Contraindications CONTRAINDICATIONS = new Contraindications(KNOWLEDGE);
    private static final SafetyRecords RECORDS = new SafetyRecords(KNOWLEDGE);
    private static final KetamineWatch WATCH = new KetamineWatch(KNOWLEDGE);
    private static final PressureGate GATE = new PressureGate(KNOWLEDGE);
    private static final LoweredLevels LOWERED = new LoweredLevels(KNOWLEDGE);
    private static final Moment ARRIVAL = Moment.at(NOW, ZoneOffset.UTC);

    @Property(tries = 200)
    void theOrderOfTheRecordChangesNoVerdict(@ForAll("records") List<String> names, @ForAll long seed) {
        List<Resource> shuffled = resources(names);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(verdicts(shuffled)).isEqualTo(verdicts(resources(names)));
    }

    @Property(tries = 100)
    void aRecordSentTwiceChangesNoVerdict(@ForAll("records") List<String> names) {
        List<Resource> twice = resources(names);
        twice.addAll(resources(names));
        assertThat(verdicts(twice)).isEqualTo(verdicts(resources(names)));
    }

    /** Records that arrive one by one raise one Flag of each kind and occasion, in whatever order and however often. */
    @Property(tries = 200)
    void whatIsFlaggedDoesNotDependOnTheOrderOfArrival(@ForAll("facts") List<String> names, @ForAll long seed) {
        List<Resource> again = resources(names);
        again.addAll(resources(names));
        Collections.shuffle(again, new Random(seed));
        assertThat(flagged(again)).isEqualTo(flagged(resources(names)));
    }

    @Provide
    Arbitrary<List<String>> records() {
        return Arbitraries.of(
                        "screen electronic-implant",
                        "screen seizure",
                        "cssrs 93246-7",
                        "cssrs none",
                        "phq9 1",
                        "flag",
                        "task",
                        "dose",
                        "pressure -30 160",
                        "pressure -5 130",
                        "pressure -5 170",
                        "pressure 40 150",
                        "sedation")
                .list()
                .uniqueElements()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> facts() {
        return Arbitraries.of(
                        "screen electronic-implant",
                        "screen seizure",
                        "screen metal-in-head",
                        "phq9 1",
                        "phq9 0",
                        "cssrs 93246-7",
                        "cssrs none")
                .list()
                .uniqueElements()
                .ofMaxSize(7);
    }

    private static String verdicts(List<Resource> resources) {
        Chart chart = Chart.of(resources, NOW.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        Set<String> verdicts = new TreeSet<>();
        chart.all(Resource.class).forEach(each -> {
            SUICIDE.of(each, ARRIVAL, ZoneOffset.UTC).forEach(alert -> verdicts.add(alert.toString()));
            CONTRAINDICATIONS.of(each, chart).forEach(found -> verdicts.add(found.toString()));
            LOWERED.of(each, ARRIVAL, chart, NOW).forEach(task -> verdicts.add(References.to(each) + task.getId()));
        });
        chart.all(MedicationAdministration.class).forEach(dose -> {
            WATCH.missing(dose, chart).stream().map(Finding::toString).forEach(verdicts::add);
            WATCH.keeping(dose, chart).stream().map(Finding::toString).forEach(verdicts::add);
            GATE.decide(dose, chart).forEach(refusal -> verdicts.add(refusal.toString()));
        });
        return String.join("\n", verdicts);
    }

    /** Codes of the Flags that are left when each record has arrived and been answered. */
    private static List<String> flagged(List<Resource> arriving) {
        List<Resource> record = new ArrayList<>();
        for (Resource each : arriving) {
            Chart chart = Chart.of(record, NOW, ZoneOffset.UTC);
            List<Flag> raised = new ArrayList<>();
            CONTRAINDICATIONS.of(each, chart).forEach(found -> RECORDS.of(found, chart, NOW)
                    .ifPresent(raised::add));
            SUICIDE.of(each, ARRIVAL, ZoneOffset.UTC).stream()
                    .flatMap(alert -> RECORDS.of(alert, chart, NOW, "Flag/new").stream())
                    .filter(Flag.class::isInstance)
                    .forEach(flag -> raised.add((Flag) flag));
            raised.forEach(flag -> flag.setId("Flag/" + record.size() + "-" + raised.indexOf(flag)));
            record.add(each);
            record.addAll(raised);
        }
        return record.stream()
                .filter(Flag.class::isInstance)
                .map(flag -> ((Flag) flag).getCode().getCodingFirstRep().getCode())
                .sorted()
                .toList();
    }

    private static List<Resource> resources(List<String> names) {
        List<Resource> resources = new ArrayList<>();
        names.forEach(name -> resources.add(resource(name, name.replaceAll("[^a-z0-9]", "-"))));
        return resources;
    }

    private static Resource resource(String name, String id) {
        String[] words = name.split(" ");
        return switch (words[0]) {
            case "screen" ->
                SafetyText.read("{'resourceType':'QuestionnaireResponse','id':'" + id
                        + "','status':'completed','subject':{'reference':'Patient/1'},'authored':'" + NOW
                        + "','questionnaire':'https://trd-care.github.io/fhir/Questionnaire/tms-safety-screen','item':["
                        + "{'linkId':'" + words[1] + "','answer':[{'valueBoolean':true}]}]}");
            case "phq9" ->
                SafetyText.read("{'resourceType':'QuestionnaireResponse','id':'" + id
                        + "','status':'completed','subject':{'reference':'Patient/1'},'authored':'" + NOW
                        + "','item':[{'linkId':'44260-8','answer':[{'valueInteger':" + words[1] + "}]}]}");
            case "cssrs" -> SafetyText.screener(id, NOW, words[1]);
            case "flag" -> SafetyText.flag("f", "cssrs-high", "active", "QuestionnaireResponse/old", NOW);
            case "task" -> SafetyText.task("t", "f", "requested", "stat", NOW);
            case "dose" -> SafetyText.dose("in-progress", NOW, "");
            case "pressure" ->
                SafetyText.pressure(
                        id, NOW.plus(Duration.ofMinutes(Integer.parseInt(words[1]))), Integer.parseInt(words[2]), 80);
            default -> SafetyText.watched(words[0]);
        };
    }
}
