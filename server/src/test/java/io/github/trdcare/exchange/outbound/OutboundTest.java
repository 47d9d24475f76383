package io.github.trdcare.exchange.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/** The guard against hostile endpoints, with a real web server behind it. */
class OutboundTest {
    private static final CompletableFuture<Void> FOR_EVER = new CompletableFuture<>();

    private final AtomicInteger served = new AtomicInteger();
    private final Set<InetSocketAddress> clients = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            clients.add(exchange.getRemoteAddress());
            if (exchange.getRequestURI().getPath().equals("/silent")) {
                rest(3000);
                return;
            }
            if (exchange.getRequestURI().getPath().equals("/slow")) {
                drip(exchange.getResponseBody(), exchange);
                return;
            }
            boolean redirects = exchange.getRequestURI().getPath().equals("/redirect");
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
            exchange.sendResponseHeaders(redirects ? 302 : 200, 4);
            exchange.getResponseBody().write("done".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.setExecutor(null);
        server.start();
    }

    private static void drip(java.io.OutputStream body, com.sun.net.httpserver.HttpExchange exchange)
            throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        for (int i = 0; i < 50; i++) {
            body.write('.');
            body.flush();
            rest(100);
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://127.1:%d/",
                "http://2130706433:%d/",
                "http://0x7f000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://0.0.0.0:%d/",
                "http://0:%d/",
                "http://[::1]:%d/",
                "http://[::]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://[fe80::1]:%d/",
                "http://[fd00::1]:%d/",
                "http://[ff02::1]:%d/",
                "https://127.0.0.1:%d/",
                "https://localhost:%d/",
                "https://2130706433:%d/",
                "https://[::1]:%d/",
                "https://10.0.0.1:%d/",
                "https://172.16.0.1:%d/",
                "https://192.168.1.1:%d/",
                "https://100.64.0.1:%d/",
                "https://169.254.169.254:%d/latest/meta-data/",
                "https://[fd00:ec2::254]:%d/latest",
                "http://169.254.169.254/latest/meta-data/",
                "https://user:secret@ehr.example.org:%d/",
                "https://ehr.example.org@127.0.0.1:%d/",
                "ftp://127.0.0.1:%d/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:%d/",
                "https:///nohost",
                "https://LOCALHOST:%d/",
                "https://127.0.0.1.:%d/",
                "https://0300.0250.0.1:%d/",
                "https://0.0.0.0:%d/",
                "https://255.255.255.255:%d/",
                "https://224.0.0.1:%d/",
                "https://240.0.0.1:%d/",
                "https://198.18.0.1:%d/",
                "https://192.0.0.192:%d/opc/v2/",
                "https://100.100.100.200:%d/latest/meta-data/",
                "https://[::ffff:169.254.169.254]:%d/",
                "https://[::ffff:a9fe:a9fe]:%d/",
                "https://[::ffff:0:7f00:1]:%d/",
                "https://[64:ff9b::a9fe:a9fe]:%d/",
                "https://[64:ff9b:1::7f00:1]:%d/",
                "https://[2002:a9fe:a9fe::]:%d/",
                "https://[2001:0:7f00:1::]:%d/",
                "https://[fc00::1]:%d/",
                "https://[fec0::1]:%d/",
                "https://[3fff::1]:%d/",
                "https://[5f00::1]:%d/",
                "https://ehr.example.org%%2f@127.0.0.1:%d/",
                "https://127.0.0.1:%d/#@ehr.example.org",
                "jar:https://127.0.0.1:%d/"
            })
    void refusesAHostileEndpoint(String endpoint) throws IOException {
        URI uri = URI.create(endpoint.formatted(server.getAddress().getPort()));
        for (List<String> allow : List.of(List.<String>of(), List.of("*"), List.of("*", "https://ehr.example.org"))) {
            try (Guarded guard = new Guarded(allow)) {
                assertThatThrownBy(() -> guard.outbound().send(get(uri)))
                        .as("%s with %s", uri, allow)
                        .isInstanceOf(OutboundRefusedException.class);
                assertThatThrownBy(() -> guard.outbound().check(uri)).isInstanceOf(OutboundRefusedException.class);
            }
        }
        assertThat(served).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:*", "http://localhost:*", "http://[::ffff:127.0.0.1]:*"})
    void sendsToWhatTheOperatorNamed(String allowed) throws IOException {
        URI uri = URI.create(allowed.replace("*", "" + server.getAddress().getPort()) + "/");
        try (Guarded guard = new Guarded(List.of(allowed))) {
            assertThatCode(() -> guard.outbound().check(uri)).doesNotThrowAnyException();
            assertThat(guard.outbound().send(get(uri)).isSuccess()).isTrue();
        }
        assertThat(served).hasValue(1);
    }

    @Test
    void doesNotFollowARedirect() throws IOException {
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"))) {
            Outbound.Answer answer = guard.outbound().send(get(local("/redirect")));
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.isSuccess()).isFalse();
        }
    }

    @Test
    void refusesANameThatLeadsElsewhereByTheTimeOfTheConnection() throws UnknownHostException {
        AllowList everyPublicHost = new AllowList(List.of("*"));
        assertThat(everyPublicHost.refusal(URI.create("https://rebound.example.org/")))
                .isEmpty();
        assertThat(everyPublicHost.refusal("rebound.example.org", InetAddress.getByName("10.1.2.3")))
                .isPresent();
        assertThat(everyPublicHost.refusal("rebound.example.org", InetAddress.getByName("93.184.215.14")))
                .isEmpty();
    }

    @Test
    void letsANamedHostBeInsideTheHouseButNeverLeadToMetadata() throws UnknownHostException {
        AllowList named = new AllowList(List.of("https://ehr.example.org"));
        assertThat(named.refusal("ehr.example.org", InetAddress.getByName("10.1.2.3")))
                .isEmpty();
        assertThat(named.refusal("ehr.example.org", InetAddress.getByName("169.254.169.254")))
                .isPresent();
        AllowList literal = new AllowList(List.of("http://169.254.169.254"));
        assertThat(literal.refusal("169.254.169.254", InetAddress.getByName("169.254.169.254")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://ehr.example.org, https://ehr.example.org/in, true",
        "https://ehr.example.org, https://EHR.example.org./in, true",
        "https://ehr.example.org, http://ehr.example.org/in, false",
        "https://ehr.example.org, https://ehr.example.org:8443/in, false",
        "https://ehr.example.org:8443, https://ehr.example.org:8443/in, true",
        "https://ehr.example.org:*, https://ehr.example.org:8443/in, true",
        "https://ehr.example.org, https://ehr.example.org.evil.test/in, false",
        "https://ehr.example.org, https://evil.test/ehr.example.org, false",
        "https://ehr.example.org, https://sub.ehr.example.org/in, false"
    })
    void comparesWholeOrigins(String allowed, URI endpoint, boolean right) {
        assertThat(new AllowList(List.of(allowed)).refusal(endpoint).isEmpty()).isEqualTo(right);
    }

    @Test
    void endsARequestWhoseAnswerDrips() throws IOException {
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"))) {
            assertThatThrownBy(() -> guard.outbound()
                            .send(new Outbound.Request(
                                    "GET", local("/slow"), Map.of(), new byte[0], Optional.of(Duration.ofMillis(500)))))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Closing the stream of an answer would read all that is left of it, for as long as the host likes. */
    @Test
    void leavesTheRestOfAnAnswerThatNobodyWantsToReadOn() throws IOException {
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"))) {
            assertTimeout(Duration.ofSeconds(2), () -> assertThatThrownBy(
                            () -> guard.outbound().read(get(local("/slow")), FOR_EVER, (status, content) -> {
                                assertThat(content.read()).isEqualTo('.');
                                throw new IllegalStateException("too large");
                            }))
                    .hasMessage("too large"));
        }
    }

    @Test
    void leavesTheRestOfAnAnswerThatIsLargerThanMayBe() throws IOException {
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"), DataSize.ofBytes(2))) {
            assertTimeout(Duration.ofSeconds(2), () -> assertThat(
                            guard.outbound().send(get(local("/slow"))).body())
                    .hasSize(2));
        }
    }

    @Test
    void breaksOffARequestThatIsNoLongerWantedWhileTheHostIsSilent() throws IOException {
        CompletableFuture<Void> soon =
                CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"))) {
            assertTimeout(Duration.ofSeconds(2), () -> assertThatThrownBy(
                            () -> guard.outbound().read(get(local("/silent")), soon, (status, content) -> {}))
                    .isInstanceOf(IOException.class));
        }
    }

    @Test
    void usesAConnectionAgainWhenAnAnswerWasReadToItsEnd() throws IOException {
        try (Guarded guard = new Guarded(List.of("http://127.0.0.1:*"))) {
            for (int time = 1; time <= 2; time++) {
                guard.outbound().read(get(local("/")), FOR_EVER, (status, content) -> assertThat(content.readAllBytes())
                        .asString()
                        .isEqualTo("done"));
            }
            assertThat(clients).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ehr.example.org", "https://", "https://a b", "https://*.example.org", "ftp://a"})
    void refusesAnEntryThatIsNoOrigin(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllowList(List.of(entry)))
                .withMessageContaining("trd.outbound.allow");
    }

    private URI local(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static Outbound.Request get(URI uri) {
        return new Outbound.Request("GET", uri, Map.of(), new byte[0], Optional.empty());
    }

    /** A guard with its settings. */
    private record Guarded(Outbound outbound) implements AutoCloseable {
        Guarded(List<String> allow) {
            this(allow, DataSize.ofKilobytes(64));
        }

        Guarded(List<String> allow, DataSize answer) {
            this(new Outbound(new OutboundSettings(allow, Duration.ofSeconds(5), answer)));
        }

        @Override
        public void close() throws IOException {
            outbound.destroy();
        }
    }
}
