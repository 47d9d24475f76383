package io.github.trdcare.assessment;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rating scales that the server understands, and the rule by which their change is named. */
public final class Scales {
    private final List<Scale> scales;
    private final ChangeRule change;
    private final int incompleteUpTo;

    private Scales(List<Scale> scales, ChangeRule change, int incompleteUpTo) {
        this.scales = scales;
        this.change = change;
        this.incompleteUpTo = incompleteUpTo;
    }

    public static Scales read(Knowledge knowledge) {
        Row document = knowledge.document("scales.yaml").only("response", "change", "scales");
        return new Scales(
                document.row("scales").named().stream().map(Scale::of).toList(),
                ChangeRule.of(document.row("change").row("depression")),
                document.row("response").row("unanswered").whole("incompleteUpTo"));
    }

    public List<Scale> all() {
        return scales;
    }

    /** A scale by its key or by {@code system|code} of its total. */
    public Optional<Scale> find(String keyOrCode) {
        return scales.stream()
                .filter(scale -> scale.key().equals(keyOrCode) || scale.totals().contains(keyOrCode))
                .findFirst();
    }

    /** The scales that may decide the outcome of depression, the first present one does. */
    List<Scale> deciding() {
        return scales.stream()
                .filter(scale -> scale.deciding().isPresent())
                .sorted(Comparator.comparing(scale -> scale.deciding().orElseThrow()))
                .toList();
    }

    /** How many unanswered domains leave a response incomplete; with more it is not scored at all. */
    int incompleteUpTo() {
        return incompleteUpTo;
    }

    ChangeRule change() {
        return change;
    }
}
