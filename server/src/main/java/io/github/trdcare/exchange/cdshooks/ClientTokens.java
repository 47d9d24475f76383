package io.github.trdcare.exchange.cdshooks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies a CDS Hooks 2.0 client's token: signature, issuer, audience, life of at most five minutes, single use. */
final class ClientTokens {
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES384, JWSAlgorithm.RS384);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    /** By how much two clocks that are kept by NTP may differ at worst; less than a tenth of a token's life. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private final List<RegisteredClient> clients;
    private final SeenTokens seen;

    ClientTokens(List<RegisteredClient> clients, SeenTokens seen) {
        this.clients = List.copyOf(clients);
        this.seen = seen;
    }

    /** The client whose token this is; refuses whatever does not hold, and remembers a token only once it holds. */
    RegisteredClient verify(String token, String audience, Instant now) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            // Before any key is looked at, so that no key can be used under an algorithm the client chose.
            require(ALGORITHMS.contains(header.getAlgorithm()), "alg must be ES384 or RS384");
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            RegisteredClient client = client(claims.getIssuer());
            require(
                    header.getJWKURL() == null || header.getJWKURL().toString().equals(client.jku()),
                    "jku is not the key address registered for this issuer");
            require(signed(jwt, client), "the signature does not match a key of the issuer");
            require(claims.getAudience().contains(audience), "aud must be " + audience);
            Instant end = life(claims, now);
            String id = claims.getJWTID();
            require(id != null && !id.isBlank(), "jti is missing");
            require(seen.first(client.issuer(), id, end, now), "this jti has been used before");
            return client;
        } catch (ParseException unreadable) {
            throw new TokenRefusedException("the token is not a signed JWT");
        }
    }

    private RegisteredClient client(@Nullable String issuer) {
        return clients.stream()
                .filter(each -> each.issuer().equals(issuer))
                .findFirst()
                .orElseThrow(() -> new TokenRefusedException("iss is not a registered client"));
    }

    private static boolean signed(SignedJWT jwt, RegisteredClient client) {
        String wanted = jwt.getHeader().getKeyID();
        return client.keys().apply(Optional.ofNullable(wanted)).getKeys().stream()
                .filter(key -> wanted == null || wanted.equals(key.getKeyID()))
                .anyMatch(key -> matches(jwt, key));
    }

    private static boolean matches(SignedJWT jwt, JWK key) {
        try {
            JWSVerifier verifier;
            if (key instanceof ECKey curve) {
                verifier = new ECDSAVerifier(curve);
            } else if (key instanceof RSAKey rsa) {
                verifier = new RSASSAVerifier(rsa);
            } else {
                return false;
            }
            return verifier.supportedJWSAlgorithms().contains(jwt.getHeader().getAlgorithm()) && jwt.verify(verifier);
        } catch (JOSEException unusable) {
            return false;
        }
    }

    /** From when on the token is refused for its age. */
    private static Instant life(JWTClaimsSet claims, Instant now) {
        Date issued = claims.getIssueTime();
        Date end = claims.getExpirationTime();
        require(issued != null && end != null, "iat and exp are required");
        require(!issued.toInstant().isAfter(now.plus(LEEWAY)), "iat lies in the future");
        require(end.toInstant().plus(LEEWAY).isAfter(now), "the token has expired");
        require(
                !end.toInstant().isAfter(issued.toInstant().plus(LONGEST_LIFE)),
                "exp must be at most five minutes after iat");
        return end.toInstant().plus(LEEWAY);
    }

    private static void require(boolean holds, String reason) {
        if (!holds) {
            throw new TokenRefusedException(reason);
        }
    }
}
