package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Overload: a request without a place is told so, and the next one finds the place that was given back. */
class CapacityFilterTest {
    private final CapacityFilter filter = new CapacityFilter(onePlace(), new OutcomeWriter(FhirContext.forR4Cached()));

    @Test
    void sendsAwayWhoFindsNoPlaceAndServesWhoComesAfter() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> ask(() -> {
                    working.countDown();
                    await(end);
                })
                .getStatus());
        working.await();

        MockHttpServletResponse second = ask(() -> {});
        assertThat(second.getStatus()).isEqualTo(503);
        assertThat(second.getHeader("Retry-After")).isNotBlank();
        assertThat(second.getContentAsString()).contains("OperationOutcome", "trd.limits.concurrent-requests");

        end.countDown();
        assertThat(first.get()).isEqualTo(200);
        assertThat(ask(() -> {}).getStatus()).isEqualTo(200);
    }

    @Test
    void givesThePlaceBackWhenTheWorkFails() {
        assertThat(ask(() -> {
                            throw new IllegalStateException("broken");
                        })
                        .getStatus())
                .isEqualTo(200);
        assertThat(ask(() -> {}).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(Runnable work) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(new MockHttpServletRequest("GET", "/fhir/Patient"), response, (in, out) -> work.run());
        } catch (Exception failed) {
            return response;
        }
        return response;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static TrdProperties onePlace() {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        source.put("trd.limits.concurrent-requests", "1");
        source.put("trd.limits.queue", Duration.ofMillis(20).toString());
        return new Binder(source).bind("trd", TrdProperties.class).get();
    }
}
