package io.github.trdcare.exchange.hl7v2;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;

/** Reads what a sender sends, message by message; what is no frame is read too, so that it can be answered. */
final class MllpFrames {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = '\r';

    /** Whoever says something without a frame, and then nothing, has said it all. */
    private static final int PAUSE_MILLIS = 2000;

    /** A frame says where it ends; a slow line may take its time between two packets. */
    private static final int SLOWEST_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final int idleMillis;
    private final int longest;

    MllpFrames(Socket socket, int idleMillis, int longest) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.idleMillis = idleMillis;
        this.longest = longest;
    }

    /**
     * One thing that was sent.
     *
     * @param framed whether it came between the marks of MLLP, whole
     * @param tooLong whether there was more than is read
     */
    record Frame(byte[] content, boolean framed, boolean tooLong) {}

    /** The next one; nothing when the sender has gone or is silent for too long. */
    Optional<Frame> next() throws IOException {
        socket.setSoTimeout(idleMillis);
        int first = in.read();
        while (first == RETURN || first == '\n' || first == END) {
            first = in.read();
        }
        if (first < 0) {
            return Optional.empty();
        }
        boolean framed = first == START;
        socket.setSoTimeout(framed ? SLOWEST_MILLIS : PAUSE_MILLIS);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        if (!framed) {
            content.write(first);
        }
        return Optional.of(rest(content, framed));
    }

    private Frame rest(ByteArrayOutputStream content, boolean framed) throws IOException {
        try {
            while (content.size() <= longest) {
                int each = in.read();
                if (each == END || each < 0) {
                    return new Frame(content.toByteArray(), framed && each == END, false);
                }
                content.write(each);
            }
            return new Frame(content.toByteArray(), framed, true);
        } catch (SocketTimeoutException pause) {
            return new Frame(content.toByteArray(), false, false);
        }
    }

    static byte[] framed(byte[] content) {
        byte[] frame = new byte[content.length + 3];
        frame[0] = START;
        System.arraycopy(content, 0, frame, 1, content.length);
        frame[frame.length - 2] = END;
        frame[frame.length - 1] = RETURN;
        return frame;
    }
}
