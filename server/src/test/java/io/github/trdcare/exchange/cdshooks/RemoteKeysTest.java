package io.github.trdcare.exchange.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteKeysTest {
    private static final Optional<String> OLD = Optional.of("old");
    private static final Optional<String> NEW = Optional.of("new");

    private final Hands hands = new Hands();
    private final RemoteKeys keys = new RemoteKeys(this::fetch, hands);
    private Optional<JWKSet> there = Optional.of(set("old"));
    private int fetches;

    private JWKSet fetch() throws IOException {
        fetches++;
        return there.orElseThrow(() -> new IOException("down"));
    }

    private static JWKSet set(String id) {
        try {
            return new JWKSet(
                    new ECKeyGenerator(Curve.P_384).keyID(id).generate().toPublicJWK());
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void areAskedForOnceInTenMinutes() {
        keys.apply(OLD);
        hands.forward(599);
        keys.apply(OLD);
        assertThat(fetches).isEqualTo(1);
        hands.forward(1);
        keys.apply(OLD);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void areAskedForAgainWhenATokenNamesAnotherKey() {
        keys.apply(OLD);
        there = Optional.of(set("new"));
        assertThat(keys.apply(NEW).getKeyByKeyId("new")).isNotNull();
        keys.apply(NEW);
        assertThat(fetches).isEqualTo(2);
    }

    @Test
    void areNotAskedForMoreThanFiveTimesAMinuteWhateverIdsTokensMakeUp() {
        for (int i = 0; i < 100; i++) {
            assertThat(keys.apply(Optional.of("made-up-" + i)).getKeyByKeyId("old"))
                    .isNotNull();
        }
        assertThat(fetches).isEqualTo(5);
        hands.forward(59);
        keys.apply(NEW);
        assertThat(fetches).isEqualTo(5);
        hands.forward(1);
        keys.apply(NEW);
        assertThat(fetches).isEqualTo(6);
    }

    @Test
    void areBelievedThroughAShortFailureAndNoLonger() {
        keys.apply(OLD);
        there = Optional.empty();
        assertThat(keys.apply(NEW).getKeyByKeyId("old")).isNotNull();
        hands.forward(600);
        assertThatThrownBy(() -> keys.apply(OLD))
                .isInstanceOf(TokenRefusedException.class)
                .hasMessageContaining("cannot be read");
    }

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void forward(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
