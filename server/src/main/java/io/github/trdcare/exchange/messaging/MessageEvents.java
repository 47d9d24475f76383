package io.github.trdcare.exchange.messaging;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Which messages the server takes, as {@code messages.yaml} routes them. */
@Component
public class MessageEvents {
    static final String SYSTEM = Ours.BASE + "/CodeSystem/trd-message-events";

    private final Map<String, Event> events = new LinkedHashMap<>();
    private final Set<String> brought;
    private final Row kept;

    MessageEvents(Knowledge knowledge) {
        Row table = knowledge.document("messages.yaml").only("events", "brought", "kept");
        table.row("events").named().forEach(row -> {
            row.only("focus", "required");
            events.put(row.key(), new Event(row.key(), row.texts("focus"), row.texts("required")));
        });
        this.brought = Set.copyOf(table.row("brought").texts("types"));
        this.kept = table.row("kept");
    }

    /**
     * One event.
     *
     * @param focus types of what the message is about
     * @param required types that must be among them
     */
    record Event(String code, List<String> focus, List<String> required) {}

    Optional<Event> find(String code) {
        return Optional.ofNullable(events.get(code));
    }

    /** Whether a message may bring a resource of this type along. */
    boolean mayBring(String type) {
        return brought.contains(type);
    }

    /** Elements of a stored resource of this type that stay when a later message leaves them out. */
    List<String> kept(String type) {
        return kept.texts(type);
    }

    Set<String> codes() {
        return events.keySet();
    }

    /** The published definitions of the messages. */
    public List<String> definitions() {
        return codes().stream()
                .map(code -> Ours.BASE + "/MessageDefinition/" + code)
                .toList();
    }
}
