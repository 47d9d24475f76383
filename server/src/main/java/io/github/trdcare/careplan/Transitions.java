package io.github.trdcare.careplan;

import io.github.trdcare.chart.Refusal;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Optional;

/** Which status of a plan, order, task or goal may follow which; ends are final but for a mistake. */
public final class Transitions {
    private static final String MISTAKE = "entered-in-error";

    private final Row statuses;

    public Transitions(Knowledge knowledge) {
        this.statuses = knowledge
                .document("transitions.yaml")
                .only("statuses", "referral")
                .row("statuses");
    }

    /**
     * The refusal of a change, when the life cycle does not know it.
     *
     * @param type the resource's, or {@link Referrals#LIFE_CYCLE}
     */
    public Optional<Refusal> check(String type, String from, String to) {
        Optional<Row> lifeCycle = statuses.optionalRow(type);
        boolean free = lifeCycle.isEmpty() || from.equals(to) || to.equals(MISTAKE);
        List<String> allowed = lifeCycle.map(states -> states.texts(from)).orElse(List.of());
        return free || allowed.contains(to)
                ? Optional.empty()
                : Optional.of(Refusal.conflict(
                        "transition",
                        place(type),
                        "A " + type + " that is " + from + " does not become " + to,
                        allowed.isEmpty() ? "none: " + from + " is an end" : String.join(", ", allowed)));
    }

    private static String place(String type) {
        return switch (type) {
            case "Goal" -> "Goal.lifecycleStatus";
            case Referrals.LIFE_CYCLE -> "Task.status";
            default -> type + ".status";
        };
    }
}
