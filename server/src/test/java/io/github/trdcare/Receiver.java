package io.github.trdcare;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** Somebody else's web server that takes notifications, refuses them for a while, or is not there. */
final class Receiver implements AutoCloseable {
    private final List<Message> messages = new ArrayList<>();
    private final int port;
    private HttpServer server;
    private volatile int answer = 200;

    private Receiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.port = server.getAddress().getPort();
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::take);
        server.start();
    }

    static Receiver listening() {
        return at(0);
    }

    static Receiver at(int port) {
        try {
            return new Receiver(port);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int status = answer;
        if (status < 300) {
            synchronized (messages) {
                messages.add(new Message(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body,
                        Instant.now()));
                messages.notifyAll();
            }
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    int port() {
        return port;
    }

    String address() {
        return "http://127.0.0.1:" + port + "/hook";
    }

    /** From now on. */
    void answers(int status) {
        answer = status;
    }

    List<Message> messages() {
        synchronized (messages) {
            return List.copyOf(messages);
        }
    }

    List<Message> events() {
        return messages().stream()
                .filter(message -> !message.numbers().isEmpty())
                .toList();
    }

    /** Waits until as many as asked for came in. */
    List<Message> await(int count, Predicate<Message> which, Duration longest) {
        Instant end = Instant.now().plus(longest);
        synchronized (messages) {
            while (messages.stream().filter(which).count() < count) {
                long left = Duration.between(Instant.now(), end).toMillis();
                if (left <= 0) {
                    throw new AssertionError("Only " + messages + " came within " + longest);
                }
                try {
                    messages.wait(left);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException(stop);
                }
            }
            return messages.stream().filter(which).toList();
        }
    }

    List<Message> awaitEvents(int count, Duration longest) {
        return await(count, message -> !message.numbers().isEmpty(), longest);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** One notification. */
    record Message(String method, String path, Map<String, List<String>> headers, String body, Instant at) {

        Bundle bundle() {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, body);
        }

        Parameters status() {
            return (Parameters) bundle().getEntryFirstRep().getResource();
        }

        String type() {
            return status().getParameter("type").primitiveValue();
        }

        /** Numbers of the events in it, whichever way it was sent. */
        List<Long> numbers() {
            List<String> header = headers.getOrDefault("X-trd-event-number", List.of());
            if (!header.isEmpty() || !body.startsWith("{")) {
                return header.stream().map(Long::valueOf).toList();
            }
            return status().getParameter().stream()
                    .filter(parameter -> parameter.getName().equals("notification-event"))
                    .map(event -> Long.valueOf(
                            part(event, "event-number").orElseThrow().getValue().primitiveValue()))
                    .toList();
        }

        static Optional<ParametersParameterComponent> part(ParametersParameterComponent event, String name) {
            return event.getPart().stream()
                    .filter(part -> part.getName().equals(name))
                    .findFirst();
        }
    }
}
