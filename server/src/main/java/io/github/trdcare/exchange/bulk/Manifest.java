package io.github.trdcare.exchange.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a finished job came to, as the Bulk Data specification writes it. */
record Manifest(
        String transactionTime,
        String request,
        boolean requiresAccessToken,
        List<File> output,
        List<File> deleted,
        List<File> error) {

    /** One file, or what became of one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record File(String type, @Nullable String url, @Nullable String inputUrl, long count) {}

    /** Of an export: its files, at the address that the server is asked at. */
    static Manifest ofExport(Job job, List<Part> parts, String base) {
        return new Manifest(
                job.askedAt().toString(),
                job.request(),
                true,
                files(parts, part -> part.task() == Part.Kind.WRITE && part.done() > 0, base),
                files(parts, part -> part.task() == Part.Kind.DELETED, base),
                List.of());
    }

    /** Of an import: how much of each file is stored, and a file that tells line by line what is not. */
    static Manifest ofImport(Job job, ImportWish wish, List<Part> parts, String base) {
        List<File> output = new ArrayList<>();
        for (int source = 0; source < wish.inputs().size(); source++) {
            int which = source;
            long stored = parts.stream()
                    .filter(part -> part.source() == which)
                    .mapToLong(Part::done)
                    .sum();
            output.add(new File(
                    wish.inputs().get(source).type(),
                    null,
                    wish.inputs().get(source).url(),
                    stored));
        }
        long refused = parts.stream()
                .flatMap(part -> part.report().stream())
                .flatMap(String::lines)
                .count();
        List<File> error = refused == 0
                ? List.of()
                : List.of(new File("OperationOutcome", base + "/Binary/" + Part.file(job.id(), 0), null, refused));
        return new Manifest(job.askedAt().toString(), job.request(), true, output, List.of(), error);
    }

    private static List<File> files(List<Part> parts, Predicate<Part> which, String base) {
        return parts.stream()
                .filter(which)
                .map(part -> new File(part.type(), base + "/Binary/" + part.file(), null, part.done()))
                .toList();
    }
}
