package io.github.trdcare.exchange.cdshooks;

import com.nimbusds.jose.jwk.JWKSet;
import io.github.trdcare.exchange.cdshooks.CdsSettings.Client;
import io.github.trdcare.exchange.outbound.Outbound;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets registered clients in, and everybody where none is registered. */
@Component
@EnableConfigurationProperties(CdsSettings.class)
class Clients {
    private static final String BEARER = "Bearer ";

    private final CdsSettings settings;
    private final Outbound outbound;
    private final Clock clock;
    private final ClientTokens tokens;

    Clients(CdsSettings settings, Outbound outbound, SeenTokens seen, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.clock = clock;
        this.tokens = new ClientTokens(
                settings.clients().stream().map(this::registered).toList(), seen);
    }

    /**
     * @throws TokenRefusedException for whoever is not registered
     */
    void check(String service, @Nullable String authorization) {
        if (settings.clients().isEmpty()) {
            return;
        }
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw new TokenRefusedException("a token of a registered client is needed");
        }
        tokens.verify(authorization.substring(BEARER.length()), settings.baseUrl() + "/" + service, clock.instant());
    }

    private RegisteredClient registered(Client client) {
        URI jku = client.jku();
        return jku == null
                ? new RegisteredClient(client.issuer(), null, id -> file(client))
                : new RegisteredClient(client.issuer(), jku.toString(), new RemoteKeys(() -> fetch(jku), clock));
    }

    private JWKSet fetch(URI jku) throws IOException, ParseException {
        Outbound.Answer answer =
                outbound.send(new Outbound.Request("GET", jku, Map.of(), new byte[0], Optional.empty()));
        if (!answer.isSuccess()) {
            throw new IOException("HTTP " + answer.status());
        }
        return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }

    /** Read each time, so that a new key needs no restart. */
    private static JWKSet file(Client client) {
        try {
            return JWKSet.load(Objects.requireNonNull(client.jwks()).toFile());
        } catch (IOException | ParseException unreadable) {
            throw new TokenRefusedException("the keys of the issuer cannot be read");
        }
    }
}
