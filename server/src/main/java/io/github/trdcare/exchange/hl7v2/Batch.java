package io.github.trdcare.exchange.hl7v2;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file or batch of messages: the segments about the whole are left out, and each message stands for itself. */
final class Batch {
    private static final List<String> AROUND = List.of("FHS", "BHS", "BTS", "FTS");

    private Batch() {}

    /** The messages; one that is no batch is one message, whatever it is. */
    static List<byte[]> messages(byte[] raw) {
        if (!isBatch(raw)) {
            return List.of(raw);
        }
        List<byte[]> messages = new ArrayList<>();
        ByteArrayOutputStream open = new ByteArrayOutputStream();
        for (byte[] line : lines(raw)) {
            String name = name(line);
            if (name.equals("MSH") && open.size() > 0) {
                messages.add(open.toByteArray());
                open.reset();
            }
            if (!AROUND.contains(name) && line.length > 0) {
                open.writeBytes(line);
                open.write('\r');
            }
        }
        if (open.size() > 0) {
            messages.add(open.toByteArray());
        }
        return messages;
    }

    /** The answers to a batch are one too. */
    static String answer(byte[] raw, List<String> answers) {
        if (!isBatch(raw)) {
            return String.join("", answers);
        }
        String comment = complaint(raw).map(each -> "|" + each).orElse("");
        return "BHS|^~\\&\r" + String.join("", answers) + "BTS|" + answers.size() + comment + "\r";
    }

    /** What the segments around the messages say that is not so: part of the file may have been lost on its way. */
    private static Optional<String> complaint(byte[] raw) {
        List<String> complaints = new ArrayList<>();
        int messages = 0;
        int batches = 0;
        int open = 0;
        for (byte[] line : lines(raw)) {
            switch (name(line)) {
                case "MSH" -> messages++;
                case "BHS", "FHS" -> open++;
                case "BTS" -> {
                    disagreement(line, "messages in the batch", messages).ifPresent(complaints::add);
                    messages = 0;
                    batches++;
                    open--;
                }
                case "FTS" -> {
                    disagreement(line, "batches in the file", batches).ifPresent(complaints::add);
                    open--;
                }
                default -> {}
            }
        }
        if (open > 0) {
            complaints.add("The end is missing (BTS or FTS)");
        }
        return complaints.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", complaints));
    }

    private static Optional<String> disagreement(byte[] end, String what, int found) {
        String line = CharacterSet.roughly(end);
        String said = line.length() < 5
                ? ""
                : line.substring(4)
                        .split(java.util.regex.Pattern.quote(line.substring(3, 4)), 2)[0]
                        .strip();
        return said.isEmpty() || said.equals("" + found)
                ? Optional.empty()
                : Optional.of("There are " + found + " " + what + ", not as many as its end says");
    }

    private static boolean isBatch(byte[] raw) {
        return AROUND.contains(name(raw))
                || lines(raw).stream().filter(line -> name(line).equals("MSH")).count() > 1;
    }

    private static String name(byte[] line) {
        return CharacterSet.roughly(Arrays.copyOf(line, Math.min(3, line.length)));
    }

    private static List<byte[]> lines(byte[] raw) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= raw.length; i++) {
            if (i == raw.length || raw[i] == '\r' || raw[i] == '\n') {
                lines.add(Arrays.copyOfRange(raw, start, i));
                start = i + 1;
            }
        }
        return lines;
    }
}
