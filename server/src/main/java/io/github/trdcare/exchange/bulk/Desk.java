package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.exchange.bulk.Job.Kind;
import io.github.trdcare.exchange.bulk.Job.State;
import io.github.trdcare.exchange.bulk.Parts.Progress;
import io.github.trdcare.storage.ResourceStore;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where jobs are handed in, asked after and called off, as the pattern of asynchronous requests has it. */
@Component
class Desk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JOB = "_jobId";

    private final Jobs jobs;
    private final Parts parts;
    private final ResourceStore store;
    private final BulkSettings settings;
    private final Clock clock;

    Desk(Jobs jobs, Parts parts, ResourceStore store, BulkSettings settings, Clock clock) {
        this.jobs = jobs;
        this.parts = parts;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Takes a job in: with its answer it is on disk. */
    void begin(ServletRequestDetails request, Kind kind, String wish, String status, Consumer<String> work)
            throws IOException {
        String id = UUID.randomUUID().toString();
        store.together(() -> {
            jobs.add(id, kind, address(request), wish, clock.instant());
            work.accept(id);
        });
        HttpServletResponse response = request.getServletResponse();
        response.setHeader("Content-Location", request.getFhirServerBase() + "/" + status + "?" + JOB + "=" + id);
        say(response, 202, "information", "Taken in as job " + id + "; Content-Location says where to ask for it");
    }

    /** A piece of work of a new job. */
    void add(String job, Part.Kind task, String type, int source, String content) {
        parts.add(job, task, false, type, source, content, clock.instant());
    }

    private static String address(ServletRequestDetails request) {
        String whole = request.getCompleteUrl();
        return whole.substring(0, Math.min(4000, whole.length()));
    }

    /** Says how far a job is; a DELETE ends it. */
    void answer(ServletRequestDetails request, Kind kind) throws IOException {
        String id = Words.of(request)
                .one(JOB)
                .orElseThrow(() -> RefusedException.unreadable(
                        JOB, "_jobId is missing: take the address that Content-Location gave"));
        Job job = jobs.find(id)
                .filter(each -> each.kind() == kind && each.state() != State.CANCELLED)
                .orElseThrow(() ->
                        RefusedException.gone("There is no such job: it never was, was called off, or ended more than "
                                + settings.keep() + " ago (trd.bulk.keep)"));
        HttpServletResponse response = request.getServletResponse();
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            jobs.cancel(id, clock.instant());
            say(response, 202, "information", "The job ends, and its files go");
            return;
        }
        switch (job.state()) {
            case DONE -> done(response, job, request.getFhirServerBase());
            case FAILED -> say(response, 500, "error", job.error().orElse("The job failed"));
            default -> running(response, job);
        }
    }

    private void running(HttpServletResponse response, Job job) {
        Progress progress = parts.progress(job.id());
        long all = progress.held() + progress.open() + progress.ended();
        response.setStatus(202);
        response.setHeader("X-Progress", progress.ended() + " of " + all + " parts done");
        response.setHeader("Retry-After", "1");
    }

    private void done(HttpServletResponse response, Job job, String base) throws IOException {
        job.endedAt()
                .ifPresent(end -> response.setHeader(
                        "Expires",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                end.plus(settings.keep()).atOffset(ZoneOffset.UTC))));
        Manifest manifest = job.kind() == Kind.EXPORT
                ? Manifest.ofExport(job, parts.done(job.id()), base)
                : Manifest.ofImport(job, ImportWish.of(job.wish()), parts.done(job.id()), base);
        write(response, 200, "application/json", JSON.writeValueAsString(manifest));
    }

    private static void say(HttpServletResponse response, int status, String severity, String words)
            throws IOException {
        Map<String, Object> issue = Map.of(
                "severity", severity, "code", status < 400 ? "informational" : "exception", "diagnostics", words);
        write(
                response,
                status,
                "application/fhir+json",
                JSON.writeValueAsString(Map.of("resourceType", "OperationOutcome", "issue", java.util.List.of(issue))));
    }

    private static void write(HttpServletResponse response, int status, String type, String text) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
