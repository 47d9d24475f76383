package io.github.trdcare.exchange.cdshooks;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A client that may call the services: its issuer, its registered key address if any, its present public keys. */
record RegisteredClient(String issuer, @Nullable String jku, Supplier<JWKSet> keys) {}
