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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ClientTokensTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final String US = "https://trd.example/cds-services/trd-alert";
    private static final String JKU = "https://ehr.example/jwks.json";

    private final ECKey curve = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
    private final RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
    private final JWKSet keys = new JWKSet(List.of(curve.toPublicJWK(), rsa.toPublicJWK()));
    private final JdbcClient jdbc = JdbcClient.create(
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    private final ClientTokens tokens = node();

    private ClientTokens node() {
        return new ClientTokens(
                List.of(new RegisteredClient("https://ehr.example", JKU, id -> keys)), new SeenTokens(jdbc));
    }

    @BeforeEach
    void migrate() throws IOException {
        String script = Files.readString(Path.of("src/main/resources/db/migration/V10__cds_tokens.sql"));
        for (String statement : script.split(";")) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).update();
            }
        }
    }

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
    void refusesATokenThatAnotherNodeHasTakenOrThisOneBeforeItsRestart() throws Exception {
        String token = ec(good("1"));
        node().verify(token, US, NOW);
        refused(token, "used before");
    }

    @Test
    void forgetsATokenOnlyWhenItIsTooOldToBeUsed() throws Exception {
        tokens.verify(ec(good("1")), US, NOW);
        Instant last = NOW.plusSeconds(300).plusSeconds(30);
        tokens.verify(ec(at("2", last.minusSeconds(1))), US, last.minusSeconds(1));
        assertThat(kept()).isEqualTo(2);
        tokens.verify(ec(at("3", last)), US, last);
        assertThat(kept()).as("the first has gone").isEqualTo(2);
    }

    private int kept() {
        return jdbc.sql("select count(*) from trd_cds_token")
                .query(Integer.class)
                .single();
    }

    private static JWTClaimsSet.Builder at(String id, Instant issued) {
        return good(id).issueTime(Date.from(issued)).expirationTime(Date.from(issued.plusSeconds(300)));
    }

    @ParameterizedTest
    @CsvSource({"-31, false", "-30, false", "-29, true", "0, true"})
    void lagsHalfAMinuteBehindAClientsClock(int secondsToEnd, boolean taken) throws Exception {
        Date end = Date.from(NOW.plusSeconds(secondsToEnd));
        String token = ec(good("1").issueTime(Date.from(NOW.minusSeconds(120))).expirationTime(end));
        if (taken) {
            tokens.verify(token, US, NOW);
        } else {
            refused(token, "expired");
        }
    }

    @ParameterizedTest
    @CsvSource({"29, true", "30, true", "31, false"})
    void letsAClientsClockRunHalfAMinuteAhead(int seconds, boolean taken) throws Exception {
        String token = ec(at("1", NOW.plusSeconds(seconds)));
        if (taken) {
            tokens.verify(token, US, NOW);
        } else {
            refused(token, "future");
        }
    }

    @Test
    void refusesALifeOfMoreThanFiveMinutes() throws Exception {
        refused(ec(good("1").expirationTime(Date.from(NOW.plusSeconds(301)))), "five minutes");
    }

    @Test
    void refusesClaimsThatAreWrongOrMissing() throws Exception {
        refused(ec(good("1").audience("https://other.example")), "aud");
        refused(ec(good("1").issuer("https://nobody.example")), "iss");
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
