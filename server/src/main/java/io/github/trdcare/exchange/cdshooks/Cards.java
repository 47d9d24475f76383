package io.github.trdcare.exchange.cdshooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cards that were shown, and what became of them. */
@Component
class Cards {
    private final JdbcClient jdbc;
    private final Clock clock;

    Cards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void shown(String service, List<Card> cards) {
        cards.forEach(card -> jdbc.sql("insert into trd_cds_card (card, service, issued_at) values (?, ?, ?)")
                .params(card.uuid(), service, clock.instant().atOffset(ZoneOffset.UTC))
                .update());
    }

    /**
     * @return false for a card that this service did not show
     */
    boolean ended(
            String service, String card, String outcome, Optional<String> reason, Optional<String> note, Instant at) {
        return jdbc.sql("update trd_cds_card set outcome = ?, reason = ?, note = ?, ended_at = ?"
                                + " where card = ? and service = ?")
                        .params(
                                outcome,
                                reason.orElse(null),
                                note.orElse(null),
                                at.atOffset(ZoneOffset.UTC),
                                card,
                                service)
                        .update()
                == 1;
    }

    /** By service, outcome and reason. */
    List<Count> counts() {
        return jdbc.sql("select service, outcome, reason, count(*) as cards from trd_cds_card"
                        + " group by service, outcome, reason order by service, outcome, reason")
                .query((row, number) -> new Count(
                        row.getString("service"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getLong("cards")))
                .list();
    }

    /**
     * How many cards of a service came to the same end.
     *
     * @param outcome none where nobody has said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Count(
            String service,
            @Nullable String outcome,
            @Nullable String reason,
            long cards) {}
}
