package io.github.trdcare.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.exchange.bulk.Lease.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Who gets a part, and how often it was tried in vain. */
class ClaimTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(60);

    private Parts parts;

    @BeforeEach
    void oneJob() {
        DriverManagerDataSource database =
                new DriverManagerDataSource("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V7__bulk.sql")).execute(database);
        JdbcClient jdbc = JdbcClient.create(database);
        parts = new Parts(jdbc);
        new Jobs(jdbc).add("job", Job.Kind.IMPORT, "", "{}", NOW);
        parts.add("job", Part.Kind.FETCH, false, "Patient", 0, "", NOW);
    }

    @Test
    void oneWorkerHasAPartUntilItsLeaseIsOver() {
        assertThat(claim("a", 0))
                .hasValueSatisfying(part -> assertThat(part.attempts()).isZero());
        assertThat(claim("b", 59)).isEmpty();
    }

    @Test
    void aLeaseThatRanOutIsAnAttempt() {
        claim("a", 0);
        for (int attempts = 1; attempts <= Worker.MOST_ATTEMPTS; attempts++) {
            int counted = attempts;
            assertThat(claim("b", 61 * attempts))
                    .hasValueSatisfying(part -> assertThat(part.attempts()).isEqualTo(counted));
        }
    }

    @Test
    void aPartThatFailedIsCountedOnce() {
        parts.failed("a", claim("a", 0).orElseThrow(), false, NOW, "why");
        assertThat(claim("b", 1))
                .hasValueSatisfying(part -> assertThat(part.attempts()).isEqualTo(1));
    }

    @Test
    void nobodyGetsAPartThatIsDone() {
        Part part = claim("a", 0).orElseThrow();
        assertThat(parts.end("a", part, Result.of(part, 1))).isTrue();
        assertThat(claim("b", 100)).isEmpty();
    }

    private Optional<Part> claim(String worker, int seconds) {
        return parts.claim(worker, NOW.plusSeconds(seconds), LEASE);
    }
}
