package io.github.trdcare.exchange.cdshooks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of token ids in use, for all nodes and through restarts; each is kept until its token expires. */
@Component
class SeenTokens {
    private final JdbcClient jdbc;

    SeenTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param end from when on the token would be refused anyway
     * @return false for an id that was used before
     */
    boolean first(String issuer, String id, Instant end, Instant now) {
        jdbc.sql("delete from trd_cds_token where ends_at <= ?")
                .param(time(now))
                .update();
        try {
            jdbc.sql("insert into trd_cds_token (digest, ends_at) values (?, ?)")
                    .params(digest(issuer + " " + id), time(end))
                    .update();
            return true;
        } catch (DuplicateKeyException used) {
            return false;
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A client chooses its ids, of whatever length. */
    private static String digest(String text) {
        return DigestUtils.sha256Hex(text);
    }
}
