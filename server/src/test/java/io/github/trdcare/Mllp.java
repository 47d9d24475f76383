package io.github.trdcare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A sender of HL7 v2 messages over MLLP. */
final class Mllp implements AutoCloseable {
    /** Where the shared test server listens. */
    static final int PORT = freePort();

    private final Socket socket;

    Mllp(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(30_000);
    }

    /** Sends a message in its frame and waits for the answer. */
    String send(byte[] message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(0x0B);
        frame.writeBytes(message);
        frame.write(0x1C);
        frame.write('\r');
        return sendBare(frame.toByteArray());
    }

    /** Sends bytes as they are and waits for the answer; empty when the server closes instead. */
    String sendBare(byte[] bytes) throws IOException {
        write(bytes);
        return answer();
    }

    /** Sends bytes as they are and waits for nothing. */
    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    String answer() throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int each = socket.getInputStream().read();
        while (each >= 0 && each != 0x1C) {
            if (each != 0x0B) {
                answer.write(each);
            }
            each = socket.getInputStream().read();
        }
        if (each >= 0) {
            socket.getInputStream().read();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
