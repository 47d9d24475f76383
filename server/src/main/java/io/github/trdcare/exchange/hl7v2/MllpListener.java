package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.hl7v2.MllpFrames.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Listens for MLLP, one thread a sender: each thing that is sent is answered, in its order. HAPI's own listener stays silent
 * when it cannot read a message, and quotes exceptions to the sender.
 */
@Component
class MllpListener implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(MllpListener.class);
    private static final int LAST_WORDS_MILLIS = 10_000;

    private final Reception reception;
    private final Hl7v2Settings settings;
    private final Clock clock;
    private final Semaphore places;
    private final Set<Socket> senders = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket door;

    MllpListener(Reception reception, Hl7v2Settings settings, Clock clock) {
        this.reception = reception;
        this.settings = settings;
        this.clock = clock;
        this.places = new Semaphore(settings.connections());
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        try {
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(settings.address(), settings.port()));
            door = opened;
            log.info("HL7 v2 over MLLP at {}:{}", settings.address().getHostAddress(), opened.getLocalPort());
            thread("mllp-listener", () -> listen(opened)).start();
        } catch (IOException taken) {
            throw new UncheckedIOException(
                    "Port " + settings.port() + " cannot be opened for MLLP (trd.hl7v2.port)", taken);
        }
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket sender = opened.accept();
                thread("mllp-" + sender.getRemoteSocketAddress(), () -> serve(sender))
                        .start();
            } catch (IOException closed) {
                if (!opened.isClosed()) {
                    log.warn(
                            "A sender could not be let in: {}",
                            closed.getClass().getSimpleName());
                }
            }
        }
    }

    private void serve(Socket sender) {
        boolean placed = places.tryAcquire();
        try (sender) {
            senders.add(sender);
            if (placed) {
                answerAll(sender);
            } else {
                send(sender, refusal(new byte[0], V2Error.NOT_NOW, "Too many senders at once (trd.hl7v2.connections)"));
            }
        } catch (IOException gone) {
            log.debug("A sender has gone");
        } finally {
            senders.remove(sender);
            if (placed) {
                places.release();
            }
        }
    }

    private void answerAll(Socket sender) throws IOException {
        int idle = Math.toIntExact(settings.idle().toMillis());
        int longest = Math.toIntExact(settings.message().toBytes());
        MllpFrames frames = new MllpFrames(sender, idle, longest);
        Optional<Frame> frame = frames.next();
        while (frame.isPresent()) {
            String answer =
                    answer(frame.get(), "mllp " + sender.getInetAddress().getHostAddress());
            if (!answer.isEmpty()) {
                send(sender, answer);
            }
            if (frame.get().tooLong() || door == null) {
                return;
            }
            frame = frames.next();
        }
    }

    private String answer(Frame frame, String origin) {
        if (frame.tooLong()) {
            return refusal(
                    frame.content(),
                    V2Error.UNREADABLE,
                    "The message is larger than " + settings.message() + " (trd.hl7v2.message)");
        }
        if (!frame.framed()) {
            return refusal(
                    frame.content(), V2Error.UNREADABLE, "A message over MLLP stands between the bytes 0B and 1C 0D");
        }
        List<String> answers = Batch.messages(frame.content()).stream()
                .flatMap(message -> reception.receive(message, origin).stream())
                .toList();
        return Batch.answer(frame.content(), answers);
    }

    private String refusal(byte[] content, V2Error error, String message) {
        Header header = Header.of(CharacterSet.roughly(content));
        return new Acknowledgement(header, settings.own(), clock.instant())
                .refused(0, new V2RefusedException(error, "", message));
    }

    private static void send(Socket sender, String answer) throws IOException {
        sender.getOutputStream().write(MllpFrames.framed(answer.getBytes(StandardCharsets.UTF_8)));
        sender.getOutputStream().flush();
    }

    /** Nobody new comes in; whoever is being answered gets the answer. */
    @Override
    public void stop() {
        ServerSocket opened = door;
        door = null;
        if (opened == null) {
            return;
        }
        try {
            opened.close();
            for (Socket sender : senders) {
                sender.shutdownInput();
            }
            long limit = System.nanoTime() + LAST_WORDS_MILLIS * 1_000_000L;
            while (!senders.isEmpty() && System.nanoTime() < limit) {
                Thread.sleep(50);
            }
        } catch (IOException gone) {
            log.debug("A sender has gone");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return door != null;
    }
}
