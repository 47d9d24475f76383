package io.github.trdcare.exchange.bulk;

import io.github.trdcare.storage.ResourceStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.springframework.stereotype.Component;

/** The files of jobs: Binary resources like any other, so that whoever may not read those does not read these. */
@Component
class Files {
    static final String NDJSON = "application/fhir+ndjson";

    private final ResourceStore store;
    private final Jobs jobs;
    private final Parts parts;

    Files(ResourceStore store, Jobs jobs, Parts parts) {
        this.store = store;
        this.jobs = jobs;
        this.parts = parts;
    }

    /** Whether an id is that of such a file. */
    static boolean isOne(String type, String id) {
        return type.equals("Binary") && id.matches("bulk-[0-9a-f-]{36}-\\d+");
    }

    /** In the transaction under way; again under the same id it changes nothing. */
    void write(String id, String lines) {
        write(id, lines.getBytes(StandardCharsets.UTF_8));
    }

    void write(String id, byte[] lines) {
        Binary file = new Binary().setContentType(NDJSON).setData(lines);
        file.setId("Binary/" + id);
        store.keep(file);
    }

    /** Removes all of a job. */
    void remove(String job) {
        List<String> names = Stream.concat(Stream.of(0), parts.numbers(job).stream())
                .map(number -> Part.file(job, number))
                .toList();
        store.together(() -> {
            store.forget(names);
            jobs.remove(job);
        });
    }
}
