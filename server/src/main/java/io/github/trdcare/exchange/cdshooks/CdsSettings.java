package io.github.trdcare.exchange.cdshooks;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may ask for cards ({@code trd.cds-hooks.*}).
 *
 * @param baseUrl address of the services, which a client's token names as its audience
 * @param clients those who may ask, with a token; none: everybody who reaches the server
 */
@Validated
@ConfigurationProperties("trd.cds-hooks")
record CdsSettings(
        @NotNull @DefaultValue("http://localhost:8080/cds-services")
        URI baseUrl,

        @NotNull @DefaultValue List<@Valid Client> clients) {

    /**
     * One client.
     *
     * @param issuer as its tokens name it
     * @param jwks file of its public keys
     * @param jku address of its public keys, fetched through the outbound guard
     */
    record Client(
            @NotBlank String issuer,
            @Nullable Path jwks,
            @Nullable URI jku) {

        @AssertTrue(message = "a client has either jwks, the file of its public keys, or jku, their address")
        boolean isWithKeys() {
            return (jwks == null) != (jku == null);
        }
    }
}
