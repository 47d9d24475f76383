package io.github.trdcare.exchange.hl7v2.out;

import io.github.trdcare.exchange.hl7v2.out.SendingSettings.Destination;
import io.github.trdcare.exchange.outbox.NotDeliveredException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends one message in its frame and reads the acknowledgement. */
final class MllpSender {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private MllpSender() {}

    /**
     * Returns when the receiver has accepted the message.
     *
     * @throws NotDeliveredException for good where it says that the message will not do (AE, CE)
     */
    static void send(Destination destination, String id, String message) throws IOException {
        int timeout = Math.toIntExact(destination.timeout().toMillis());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(destination.host(), destination.port()), timeout);
            socket.setSoTimeout(timeout);
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(START);
            frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
            frame.write(END);
            frame.write('\r');
            socket.getOutputStream().write(frame.toByteArray());
            socket.getOutputStream().flush();
            check(answer(socket.getInputStream()), id);
        }
    }

    private static String answer(InputStream bytes) throws IOException {
        InputStream in = new BufferedInputStream(bytes);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int each = in.read(); each != END; each = in.read()) {
            if (each < 0 || answer.size() > LONGEST_ANSWER) {
                throw new NotDeliveredException("the receiver sent no acknowledgement", false);
            }
            answer.write(each);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void check(String answer, String id) throws NotDeliveredException {
        String[] msa = answer.lines()
                .filter(line -> line.startsWith("MSA|"))
                .findFirst()
                .orElse("MSA||")
                .split("\\|", -1);
        String code = msa[1];
        if (msa.length > 2 && !msa[2].isEmpty() && !msa[2].equals(id)) {
            throw new NotDeliveredException("the receiver acknowledged another message", false);
        }
        switch (code) {
            case "AA", "CA" -> {}
            case "AE", "CE" ->
                throw new NotDeliveredException("the receiver answered " + code + ": it will not take it", true);
            case "AR", "CR" -> throw new NotDeliveredException("the receiver answered " + code, false);
            default -> throw new NotDeliveredException("the receiver sent no acknowledgement", false);
        }
    }
}
