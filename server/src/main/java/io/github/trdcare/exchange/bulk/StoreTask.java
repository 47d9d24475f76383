package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.exchange.bulk.Lease.Result;
import io.github.trdcare.exchange.bulk.Part.Kind;
import io.github.trdcare.storage.ResourceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseReference;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/**
 * Stores lines, each in a transaction of its own and under the id that it brings, so that twice is once. What is refused
 * stays with its reason: it may come in when what it points to has.
 */
@Component
class StoreTask implements Task {
    private static final int SERVER_FAILED = 500;
    private static final int LINES_A_LEASE = 10;
    private static final Pattern NUMBERED = Pattern.compile("([A-Z]\\w+)/(\\d+)(/_history/\\d+)?");

    private final ResourceStore store;
    private final FhirContext context;

    StoreTask(ResourceStore store, FhirContext context) {
        this.store = store;
        this.context = context;
    }

    @Override
    public Kind kind() {
        return Kind.STORE;
    }

    @Override
    public void run(Job job, Part part, Lease lease) {
        ImportWish wish = ImportWish.of(job.wish());
        List<Line> left = new ArrayList<>();
        StringBuilder report = new StringBuilder();
        int looked = 0;
        List<Line> lines = Line.read(part.content());
        for (Line line : lines) {
            if (++looked % LINES_A_LEASE == 0) {
                lease.renew();
            }
            refusal(wish, part, line).ifPresent(reason -> {
                left.add(line);
                report.append(reason);
            });
        }
        lease.end(
                new Result(
                        Line.write(left),
                        part.done() + lines.size() - left.size(),
                        left.isEmpty() ? Optional.empty() : Optional.of(report.toString())),
                () -> {});
    }

    private Optional<String> refusal(ImportWish wish, Part part, Line line) {
        try {
            store.put(resource(wish, part, line));
            return Optional.empty();
        } catch (BadLineException | DataFormatException unreadable) {
            return told(part, line, String.valueOf(unreadable.getMessage()), List.of());
        } catch (BaseServerResponseException refused) {
            if (refused.getStatusCode() < SERVER_FAILED) {
                return told(part, line, reason(refused), places(refused));
            }
            return failed(part, line, refused);
        } catch (RuntimeException failure) {
            return failed(part, line, failure);
        }
    }

    /** A failing database is waited for; a line at which the server fails again and again does not stop the rest. */
    private static Optional<String> failed(Part part, Line line, RuntimeException failure) {
        if (part.attempts() + 2 < Worker.MOST_ATTEMPTS) {
            throw failure;
        }
        return told(part, line, "the server failed on this line", List.of());
    }

    private static Optional<String> told(Part part, Line line, String reason, List<String> places) {
        return Optional.of(Report.line(part.source(), line.number(), reason, places));
    }

    private Resource resource(ImportWish wish, Part part, Line line) {
        if (line.text().isEmpty()) {
            throw new BadLineException("the line is longer than trd.bulk.line allows");
        }
        Resource resource = (Resource) context.newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(line.text());
        if (!resource.fhirType().equals(part.type())) {
            throw new BadLineException("the line holds a " + resource.fhirType() + ", and the file is said to hold "
                    + part.type() + " only");
        }
        if (!resource.getIdElement().hasIdPart()) {
            throw new BadLineException(
                    "the resource has no id; with one, the same line read again is the same resource");
        }
        resource.setId(own(wish, part.type() + "/" + resource.getIdElement().getIdPart()));
        context.newTerser()
                .getAllResourceReferences(resource)
                .forEach(reference -> rename(wish, reference.getResourceReference()));
        return resource;
    }

    private static void rename(ImportWish wish, IBaseReference reference) {
        String target = reference.getReferenceElement().getValue();
        if (target != null) {
            reference.setReference(own(wish, target));
        }
    }

    private static String own(ImportWish wish, String reference) {
        Matcher numbered = NUMBERED.matcher(reference);
        return numbered.matches() ? numbered.group(1) + "/" + wish.prefix() + numbered.group(2) : reference;
    }

    private static String reason(BaseServerResponseException refused) {
        return issues(refused).stream()
                .map(OperationOutcomeIssueComponent::getDiagnostics)
                .filter(text -> text != null)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "),
                        told -> told.isEmpty() ? String.valueOf(refused.getMessage()) : told));
    }

    private static List<String> places(BaseServerResponseException refused) {
        return issues(refused).stream()
                .flatMap(issue -> issue.getExpression().stream())
                .map(StringType::getValue)
                .distinct()
                .toList();
    }

    private static List<OperationOutcomeIssueComponent> issues(BaseServerResponseException refused) {
        return refused.getOperationOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream()
                        .filter(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR
                                || issue.getSeverity() == OperationOutcome.IssueSeverity.FATAL)
                        .toList()
                : List.of();
    }

    /** A line that is no resource to store. */
    private static final class BadLineException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BadLineException(String reason) {
            super(reason);
        }
    }
}
