package io.github.trdcare.exchange.outbox;

import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Optional;

/**
 * What a system can subscribe to by name.
 *
 * @param url canonical
 * @param filters search parameters by which a subscriber may narrow it
 */
record Topic(String url, String title, List<Trigger> triggers, List<String> filters) {

    static Topic of(String url, Row row) {
        row.only("title", "triggers", "filters");
        return new Topic(
                url,
                row.text("title"),
                row.rows("triggers").stream().map(Trigger::of).toList(),
                row.texts("filters"));
    }

    /**
     * What fires it.
     *
     * @param criteria search on the resource; none: every one
     * @param becomes only when the version before did not meet the criteria
     * @param changed elements of which one must differ from the version before; none: whatever changed
     */
    record Trigger(
            String resource,
            List<Interaction> interactions,
            Optional<String> criteria,
            boolean becomes,
            List<String> changed) {

        static Trigger of(Row row) {
            row.only("resource", "interactions", "criteria", "becomes", "changed");
            return new Trigger(
                    row.text("resource"),
                    row.texts("interactions").stream().map(Interaction::of).toList(),
                    row.optional("criteria"),
                    row.flag("becomes"),
                    row.texts("changed"));
        }

        boolean concerns(Change change) {
            return resource.equals(change.type()) && interactions.contains(change.interaction());
        }
    }
}
