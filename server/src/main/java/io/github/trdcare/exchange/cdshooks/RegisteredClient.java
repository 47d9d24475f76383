package io.github.trdcare.exchange.cdshooks;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client that may call the services.
 *
 * @param jku its registered key address, if any
 * @param keys its present public keys, for a token that names the id of one, or none
 */
record RegisteredClient(String issuer, @Nullable String jku, Function<Optional<String>, JWKSet> keys) {}
