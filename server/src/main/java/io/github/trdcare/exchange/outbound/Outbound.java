package io.github.trdcare.exchange.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.http.HttpEntity;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.config.RegistryBuilder;
import org.apache.http.conn.socket.ConnectionSocketFactory;
import org.apache.http.conn.socket.PlainConnectionSocketFactory;
import org.apache.http.conn.ssl.SSLConnectionSocketFactory;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Sends what this server sends by itself: only to allowed origins, only to the addresses that were checked when the
 * connection is made, and never on to where an answer redirects.
 */
@Component
@EnableConfigurationProperties(OutboundSettings.class)
public class Outbound implements DisposableBean {
    private static final int CONNECTIONS = 64;

    private final OutboundSettings settings;
    private final AllowList allowed;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "outbound-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    Outbound(OutboundSettings settings) {
        this.settings = settings;
        this.allowed = new AllowList(settings.allow());
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                RegistryBuilder.<ConnectionSocketFactory>create()
                        .register("http", PlainConnectionSocketFactory.getSocketFactory())
                        .register("https", SSLConnectionSocketFactory.getSocketFactory())
                        .build(),
                this::resolve);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS / 4);
        this.client = HttpClients.custom()
                .setConnectionManager(connections)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .setUserAgent("trd-care-server")
                .build();
    }

    /**
     * Looks whether an endpoint may be called; its addresses are looked at again when it is.
     *
     * @throws OutboundRefusedException when it may not
     */
    public void check(URI endpoint) {
        allowed.refusal(endpoint).ifPresent(reason -> {
            throw new OutboundRefusedException(reason);
        });
        try {
            resolve(endpoint.getHost());
        } catch (UnknownHostException unknown) {
            throw new OutboundRefusedException(
                    unknown instanceof RefusedAddressException ? unknown.getMessage() : "the host is not known");
        }
    }

    /**
     * Sends a request and reads the answer, whatever its status.
     *
     * @throws OutboundRefusedException when the endpoint may not be called
     * @throws IOException when it cannot be reached, or takes too long
     */
    public Answer send(Request request) throws IOException {
        return exchange(
                request,
                new CompletableFuture<>(),
                answer -> new Answer(answer.getStatusLine().getStatusCode(), body(answer.getEntity())));
    }

    /**
     * Sends a request and reads the answer while it comes, however long it is: whoever reads sets the limit.
     *
     * @param unwanted breaks the request off when it is completed
     * @throws OutboundRefusedException when the endpoint may not be called
     * @throws IOException when it cannot be reached, takes too long, or is broken off
     */
    public void read(Request request, CompletableFuture<?> unwanted, Reader reader) throws IOException {
        exchange(request, unwanted, answer -> {
            HttpEntity entity = answer.getEntity();
            reader.read(
                    answer.getStatusLine().getStatusCode(),
                    entity == null ? InputStream.nullInputStream() : entity.getContent());
            return answer;
        });
    }

    private <T> T exchange(Request request, CompletableFuture<?> unwanted, Exchange<T> exchange) throws IOException {
        allowed.refusal(request.endpoint()).ifPresent(reason -> {
            throw new OutboundRefusedException(reason);
        });
        Duration limit = request.timeout().orElse(settings.timeout());
        HttpUriRequest sent = http(request, limit);
        Future<?> deadline = deadlines.schedule(sent::abort, limit.toMillis(), TimeUnit.MILLISECONDS);
        unwanted.thenRun(sent::abort);
        try (CloseableHttpResponse answer = client.execute(sent)) {
            try {
                return exchange.read(answer);
            } finally {
                // What is left is left with its connection: closing its stream would read all of it. After the last
                // byte
                // this does nothing, and the connection is used again.
                sent.abort();
            }
        } catch (RefusedAddressException refused) {
            throw new OutboundRefusedException(refused.getMessage());
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpUriRequest http(Request request, Duration limit) {
        int millis = Math.toIntExact(limit.toMillis());
        RequestBuilder builder = RequestBuilder.create(request.method())
                .setUri(request.endpoint())
                .setConfig(RequestConfig.custom()
                        .setConnectTimeout(millis)
                        .setSocketTimeout(millis)
                        .setConnectionRequestTimeout(millis)
                        .build());
        request.headers().forEach(builder::addHeader);
        if (request.body().length > 0) {
            builder.setEntity(new ByteArrayEntity(request.body()));
        }
        return builder.build();
    }

    /** No more than is allowed; what is beyond is left where it is, with its connection. */
    private byte[] body(HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        int most = Math.toIntExact(settings.answer().toBytes());
        return entity.getContent().readNBytes(most);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = allowed.refusal(host, address);
            if (refusal.isPresent()) {
                throw new RefusedAddressException(refusal.get());
            }
        }
        return addresses;
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        client.close();
    }

    /** What is sent; an empty body is none. */
    public record Request(
            String method, URI endpoint, Map<String, String> headers, byte[] body, Optional<Duration> timeout) {}

    /** Takes an answer as it comes. */
    public interface Reader {
        void read(int status, InputStream content) throws IOException;
    }

    private interface Exchange<T> {
        T read(CloseableHttpResponse answer) throws IOException;
    }

    /** What came back. */
    public record Answer(int status, byte[] body) {
        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** Thrown where the HTTP client only lets a name be unknown. */
    private static final class RefusedAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        RefusedAddressException(String reason) {
            super(reason);
        }
    }
}
