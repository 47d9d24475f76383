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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Lets registered clients in, and everybody where none is registered. */
@Component
@EnableConfigurationProperties(CdsSettings.class)
class Clients {
    private static final String BEARER = "Bearer ";
    private static final int TOKENS = 100_000;

    private final CdsSettings settings;
    private final Outbound outbound;
    private final Clock clock;
    private final ClientTokens tokens;

    Clients(CdsSettings settings, Outbound outbound, Clock clock) {
        this.settings = settings;
        this.outbound = outbound;
        this.clock = clock;
        this.tokens = new ClientTokens(
                settings.clients().stream().map(this::registered).toList(), new SeenTokens(TOKENS));
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
        return new RegisteredClient(
                client.issuer(),
                Optional.ofNullable(client.jku()).map(URI::toString).orElse(null),
                () -> keys(client));
    }

    private JWKSet keys(Client client) {
        try {
            if (client.jwks() != null) {
                return JWKSet.load(client.jwks().toFile());
            }
            Outbound.Answer answer = outbound.send(new Outbound.Request(
                    "GET",
                    Optional.ofNullable(client.jku()).orElse(URI.create("")),
                    Map.of(),
                    new byte[0],
                    Optional.empty()));
            return JWKSet.parse(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException | ParseException unreadable) {
            throw new TokenRefusedException("the keys of the issuer cannot be read");
        }
    }
}
