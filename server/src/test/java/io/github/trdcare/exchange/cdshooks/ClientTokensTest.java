package io.github.trdcare.exchange.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String US = "https://trd.example/cds-services/trd-alert";
    private static final String JKU = "https://ehr.example/jwks.json";

    private final ECKey curve = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
    private final RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    private final JWKSet keys = new JWKSet(List.of(curve.toPublicJWK(), rsa.toPublicJWK()));
    private final ClientTokens tokens =
            new ClientTokens(List.of(new RegisteredClient("https://ehr.example", JKU, () -> keys)), new SeenTokens(2));

    ClientTokensTest() throws Exception {}

    @Test
    void acceptsBothAlgorithmsOfTheStandard() throws Exception {
        assertThat(tokens.verify(ec(good("1")), US, NOW).issuer()).isEqualTo("https://ehr.example");
        String byRsa = sign(JWSAlgorithm.RS384, "rsa", new RSASSASigner(rsa), good("2"));
        assertThat(tokens.verify(byRsa, US, NOW).issuer()).isEqualTo("https://ehr.example");
    }

    @Test
    void refusesTheSameTokenTwice() throws Exception {
        String token = ec(good("1"));
        tokens.verify(token, US, NOW);
        refused(token, "used before");
    }

    @Test
    void refusesRatherThanForgetsWhenFullAndHasRoomAgainOnceTokensExpire() throws Exception {
        tokens.verify(ec(good("1")), US, NOW);
        tokens.verify(ec(good("2")), US, NOW);
        refused(ec(good("3")), "too many");
        Instant later = NOW.plusSeconds(300);
        String next = ec(good("4").issueTime(Date.from(later)).expirationTime(Date.from(later.plusSeconds(60))));
        assertThat(tokens.verify(next, US, later).issuer()).isEqualTo("https://ehr.example");
    }

    @Test
    void refusesAnExpiredTokenAtItsLastInstantAndNotBefore() throws Exception {
        refused(ec(good("1").expirationTime(Date.from(NOW))), "expired");
        tokens.verify(ec(good("2").expirationTime(Date.from(NOW.plusSeconds(1)))), US, NOW);
    }

    @Test
    void refusesALifeOfMoreThanFiveMinutes() throws Exception {
        refused(ec(good("1").expirationTime(Date.from(NOW.plusSeconds(301)))), "five minutes");
    }

    @Test
    void refusesClaimsThatAreWrongOrMissing() throws Exception {
        refused(ec(good("1").audience("https://other.example")), "aud");
        refused(ec(good("1").issuer("https://nobody.example")), "iss");
        refused(ec(good("1").issueTime(Date.from(NOW.plusSeconds(1)))), "future");
        refused(ec(good("1").issueTime(null)), "iat and exp");
        refused(ec(good("1").expirationTime(null)), "iat and exp");
        refused(ec(good(null)), "jti");
    }

    @Test
    void refusesATokenWithoutSignature() {
        refused(new PlainJWT(good("1").build()).serialize(), "not a signed JWT");
    }

    @Test
    void refusesAPublicKeyUsedAsASharedSecret() throws Exception {
        MACSigner forged = new MACSigner(rsa.toPublicKey().getEncoded());
        refused(sign(JWSAlgorithm.HS256, "rsa", forged, good("1")), "alg");
    }

    @Test
    void refusesAKeyThatIsNotTheIssuers() throws Exception {
        ECKey stranger = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
        refused(sign(JWSAlgorithm.ES384, "ec", new ECDSASigner(stranger), good("1")), "signature");
    }

    @Test
    void refusesAKeyAddressThatWasNotRegistered() throws Exception {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES384)
                .jwkURL(URI.create("https://evil.example/jwks.json"))
                .build();
        SignedJWT jwt = new SignedJWT(header, good("1").build());
        jwt.sign(new ECDSASigner(curve));
        refused(jwt.serialize(), "jku");
    }

    private void refused(String token, String reason) {
        assertThatThrownBy(() -> tokens.verify(token, US, NOW))
                .isInstanceOf(TokenRefusedException.class)
                .hasMessageContaining(reason);
    }

    private static JWTClaimsSet.Builder good(String id) {
        return new JWTClaimsSet.Builder()
                .issuer("https://ehr.example")
                .audience(US)
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)))
                .jwtID(id);
    }

    private String ec(JWTClaimsSet.Builder claims) throws Exception {
        return sign(JWSAlgorithm.ES384, "ec", new ECDSASigner(curve), claims);
    }

    private static String sign(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws Exception {
        SignedJWT jwt =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }
}
