package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** A withdrawn record closes nothing: its open alert says so, and what it set off besides is reviewed by a clinician. */
public final class Withdrawals {
    private final Row texts;
    private final EventHolds holds;

    public Withdrawals(Knowledge knowledge) {
        this.texts = knowledge.document("safety.yaml").row("followUp");
        this.holds = new EventHolds(knowledge);
    }

    /** Whether a write takes back what stood. */
    public static boolean isOne(Resource after, @Nullable Resource before) {
        return before != null && Mistakes.standsCorrect(before) && !Mistakes.standsCorrect(after);
    }

    /** The Tasks, noted or new, that a withdrawn record leaves to a clinician. */
    public List<Task> of(Resource after, Resource before, Reference patient, Chart chart, Instant now) {
        String record = References.to(after);
        List<Task> tasks = new ArrayList<>();
        boolean toReview = before instanceof AdverseEvent event && holds.concerns(event);
        for (Flag flag : raisedBy(record, chart)) {
            List<Task> open = OpenAlerts.of(flag, chart);
            open.stream()
                    .flatMap(task -> OpenAlerts.noted(task, text(record), now).stream())
                    .forEach(tasks::add);
            toReview |= open.isEmpty();
        }
        String key = record + "|withdrawn";
        if (toReview && !ReviewTask.isKnown(key, chart)) {
            Row review = texts.row("review");
            tasks.add(ReviewTask.of(key, record, patient, review.text("text"), review.whole("dueHours"), now));
        }
        return tasks;
    }

    private String text(String record) {
        return texts.row("withdrawn").text("text") + " (" + record + ")";
    }

    private static List<Flag> raisedBy(String record, Chart chart) {
        return chart.all(Flag.class).stream()
                .filter(flag -> flag.getStatus() == FlagStatus.ACTIVE)
                .filter(flag -> Stream.concat(
                                SafetyRecords.details(flag).stream(),
                                flag.getIdentifier().stream()
                                        .filter(each -> SafetyRecords.ALERT.equals(each.getSystem()))
                                        .map(Identifier::getValue))
                        .anyMatch(record::equals))
                .toList();
    }
}
