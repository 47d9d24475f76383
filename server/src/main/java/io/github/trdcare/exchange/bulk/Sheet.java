package io.github.trdcare.exchange.bulk;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A file while it is written: line by line, and never larger than it may be unless by a single line. */
final class Sheet {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final long most;
    private int lines;
    private boolean full;

    Sheet(long most) {
        this.most = most;
    }

    /**
     * Adds a line.
     *
     * @return false when there is no room for it; then nothing else goes in either
     */
    boolean add(String text) {
        byte[] line = (text + "\n").getBytes(StandardCharsets.UTF_8);
        full = full || lines > 0 && bytes.size() + line.length > most;
        if (!full) {
            bytes.writeBytes(line);
            lines++;
        }
        return !full;
    }

    boolean isFull() {
        return full;
    }

    int lines() {
        return lines;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
