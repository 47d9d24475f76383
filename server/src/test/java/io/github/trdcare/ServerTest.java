package io.github.trdcare;

import io.github.trdcare.platform.TrdCareServer;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** A test against the running server: one server for all of them, on the database that {@code trd.test.database} names. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = TrdCareServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "trd.demo=true",
            "trd.graphql.enabled=true",
            "trd.cors.allowed-origins=https://app.example.org",
            // Fifty clients at once are a test of what they write, not of who is sent away: OverloadIT is that.
            "trd.limits.queue=30s",
            "trd.limits.transaction=5m",
            "trd.limits.body=6MB",
            "trd.limits.bundle-entries=2000",
            "trd.bulk.export-file=256KB",
            "trd.scheduling.enabled=false",
            "trd.hl7v2.enabled=true",
            "trd.outbound.allow=http://127.0.0.1:*,http://localhost:*",
            "management.prometheus.metrics.export.enabled=true"
        })
@ActiveProfiles(resolver = TestDatabase.Profile.class)
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ServerTest {}
