package io.github.trdcare.exchange.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Delivery.Status;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whom a node tells, and what it gives up. */
class CourierTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration GIVE_UP = Duration.ofHours(72);
    private static final OutboxSettings SETTINGS = new OutboxSettings(
            true,
            URI.create("http://localhost:8080/fhir"),
            1,
            Duration.ofSeconds(45),
            Duration.ofMillis(250),
            Duration.ofMinutes(30),
            GIVE_UP,
            Duration.ofDays(7),
            Map.of());

    private final DriverManagerDataSource database =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final Subscribers subscribers = new Subscribers(jdbc);
    private final Deliveries deliveries = new Deliveries(jdbc);

    @BeforeEach
    void migrate() throws IOException {
        for (String statement : Files.readString(Path.of("src/main/resources/db/migration/V4__outbox.sql"))
                .split(";")) {
            if (!statement.isBlank()) {
                jdbc.sql(statement).update();
            }
        }
    }

    @Test
    void leavesADestinationThatOnlyAnotherNodeKnowsToThatNode() {
        queue("hl7v2/EHR", NOW);
        assertThat(node(Map.of()).run("a", () -> false)).isFalse();
        assertThat(node(Map.of("hl7v2/LAB", new Told())).run("a", () -> false)).isFalse();
        Told told = new Told();
        assertThat(node(Map.of("hl7v2/EHR", told)).run("b", () -> false)).isTrue();
        assertThat(told.numbers).containsExactly(1L);
    }

    @Test
    void forgetsASubscriptionThatIsNoLongerThere() {
        queue("Subscription/1", NOW);
        assertThat(node(Map.of()).run("a", () -> false)).isTrue();
        assertThat(subscribers.progress("Subscription/1")).isEmpty();
    }

    @Test
    void givesUpOnlyWhatIsTooOldOfABatch() {
        Instant old = NOW.minus(GIVE_UP).minusSeconds(1);
        queue("hl7v2/EHR", old, NOW.minus(GIVE_UP), NOW.minusSeconds(60));
        node(Map.of("hl7v2/EHR", new Deaf())).run("a", () -> false);
        assertThat(deliveries.between("hl7v2/EHR", 1, 3, 10))
                .extracting(Delivery::status)
                .containsExactly(Status.DEAD, Status.PENDING, Status.PENDING);
    }

    private void queue(String subscriber, Instant... times) {
        subscribers.keep(subscriber, "active", Optional.empty(), NOW);
        for (Instant time : times) {
            long number = subscribers.count(subscriber, 1).orElseThrow();
            deliveries.add(subscriber, number, new Change(1, "Observation/1", 1, Interaction.CREATE, time), time);
        }
    }

    private Courier node(Map<String, Subscriber> configured) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ResourceStore store = nothingStored();
        Directory directory = new Directory(
                store,
                new Topics(Knowledge.shipped()),
                null,
                new HeaderValues(jdbc),
                null,
                FhirContext.forR4Cached(),
                SETTINGS,
                clock,
                List.of(() -> configured));
        return new Courier(
                subscribers,
                deliveries,
                directory,
                new Activation(store, subscribers),
                SETTINGS,
                clock,
                new DataSourceTransactionManager(database));
    }

    private static ResourceStore nothingStored() {
        return (ResourceStore) Proxy.newProxyInstance(
                ResourceStore.class.getClassLoader(), new Class<?>[] {ResourceStore.class}, (store, method, given) -> {
                    assertThat(method.getName()).isEqualTo("all");
                    return List.of();
                });
    }

    /** Takes whatever it is told. */
    private static class Told implements Subscriber {
        final List<Long> numbers = new ArrayList<>();

        @Override
        public boolean wants(Change change, Versions versions) {
            return true;
        }

        @Override
        public void greet(Progress progress) {}

        @Override
        public void tell(List<Delivery> told, Progress progress) throws IOException {
            told.forEach(each -> numbers.add(each.number()));
        }

        @Override
        public void reassure(Progress progress) {}

        @Override
        public int atOnce() {
            return 10;
        }
    }

    /** Takes nothing. */
    private static final class Deaf extends Told {

        @Override
        public void tell(List<Delivery> told, Progress progress) throws IOException {
            throw new NotDeliveredException("the endpoint answered 503");
        }
    }
}
