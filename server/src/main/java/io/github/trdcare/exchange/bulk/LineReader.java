package io.github.trdcare.exchange.bulk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a file line by line, with no more of it in memory than the longest line that is taken. */
final class LineReader {
    private static final int CHUNK = 1 << 16;

    private final InputStream stream;
    private final long longest;
    private final long most;
    private long read;
    private long number;

    LineReader(InputStream stream, long longest, long most) {
        this.stream = new BufferedInputStream(stream, CHUNK);
        this.longest = longest;
        this.most = most;
    }

    /**
     * The next line that is not blank; none at the end.
     *
     * @throws UnfetchableException when the file is larger than may be
     */
    Optional<Line> next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            boolean tooLong = false;
            int next = stream.read();
            if (next < 0) {
                return Optional.empty();
            }
            number++;
            for (; next >= 0 && next != '\n'; next = stream.read()) {
                count();
                tooLong = tooLong || line.size() >= longest;
                if (!tooLong) {
                    line.write(next);
                }
            }
            // The byte that marks UTF-8 at the beginning of a file is no part of it.
            String text = line.toString(StandardCharsets.UTF_8).replaceFirst("^\\uFEFF", "");
            if (tooLong) {
                return Optional.of(new Line(number, ""));
            }
            if (!text.isBlank()) {
                return Optional.of(new Line(number, text));
            }
        }
    }

    private void count() throws UnfetchableException {
        if (++read > most) {
            throw new UnfetchableException("it is larger than " + most + " bytes (trd.bulk.file)");
        }
    }

    /** A file cannot be taken, and will not be when it is asked for again. */
    static final class UnfetchableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnfetchableException(String reason) {
            super(reason);
        }
    }
}
