package io.github.trdcare.exchange.outbox;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Knowledge;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The topics of {@code topics.yaml}, by their canonical. */
@Component
public class Topics {
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    Topics(Knowledge knowledge) {
        knowledge.document("topics.yaml").only("topics").row("topics").named().forEach(row -> {
            String url = Ours.BASE + "/SubscriptionTopic/" + row.key();
            topics.put(url, Topic.of(url, row));
        });
    }

    Optional<Topic> find(String url) {
        return Optional.ofNullable(topics.get(url));
    }

    /** Canonicals of all topics, as the statement of capabilities lists them. */
    public Collection<String> urls() {
        return topics.keySet();
    }
}
