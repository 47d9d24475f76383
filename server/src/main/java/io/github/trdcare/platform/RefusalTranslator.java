package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import io.github.trdcare.structure.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.StringType;

/** The one place that turns a refusal into an HTTP answer with an OperationOutcome. */
final class RefusalTranslator {
    private static final int UNGUARDED = 428;

    private RefusalTranslator() {}

    /** 413: more than a limit allows. */
    static BaseServerResponseException tooLarge(String message) {
        return new PayloadTooLargeException(message, outcome(IssueType.TOOLONG, message));
    }

    /** 400: the request itself cannot be served. */
    static BaseServerResponseException badRequest(IssueType type, String message) {
        return new InvalidRequestException(message, outcome(type, message));
    }

    /** 400: two entries of one transaction would write the same resource. */
    static BaseServerResponseException duplicateEntries(int first, int second) {
        String place = "Bundle.entry[" + second + "]";
        String message = place + " is conditional on the same match as Bundle.entry[" + first
                + "]: one transaction may write a resource only once. Join the two entries.";
        OperationOutcome outcome = outcome(IssueType.DUPLICATE, message);
        outcome.getIssueFirstRep().addExpression(place + ".request");
        return new InvalidRequestException(message, outcome);
    }

    /** 412: the client has not seen what is there now. */
    static BaseServerResponseException staleVersion(String reference, String wanted, String current) {
        String message = "If-Match names version " + wanted + " of " + reference + ", the current one is " + current
                + ". Read it again and decide anew.";
        return new PreconditionFailedException(message, outcome(IssueType.CONFLICT, message));
    }

    /** 412: somebody else was faster. */
    static BaseServerResponseException outrun() {
        String message =
                "Somebody else has changed the resource meanwhile: If-Match names a version that is no longer the"
                        + " current one. Read it again and decide anew.";
        return new PreconditionFailedException(message, outcome(IssueType.CONFLICT, message));
    }

    /** 409: of two that create by one identifier, the other was faster. */
    static BaseServerResponseException identifierTaken(String type) {
        String message = "Another writer created a " + type
                + " by the same identifier meanwhile; send the request again, and it will find that one.";
        OperationOutcome outcome = outcome(IssueType.CONFLICT, message);
        outcome.getIssueFirstRep().addExpression(type + ".identifier");
        return new ResourceVersionConflictException(message, outcome);
    }

    /** 428: the client must say which version it has seen. */
    static BaseServerResponseException unguarded(String reference, String current) {
        String message =
                "A change of the owner of a referral needs If-Match with the version that you have seen, so that"
                        + " no two take it over: If-Match: W/\"" + current
                        + "\" (in a Bundle: entry.request.ifMatch, with the url "
                        + reference + ").";
        OperationOutcome outcome = outcome(IssueType.CONFLICT, message);
        outcome.getIssueFirstRep().addExpression("Task.owner");
        return new UnclassifiedServerFailureException(UNGUARDED, message, outcome);
    }

    /** 422: understood, and refused for what it says. */
    static BaseServerResponseException unprocessable(String message, OperationOutcome outcome) {
        return new UnprocessableEntityException(message, outcome);
    }

    /** 503: right, but not now. */
    static BaseServerResponseException overloaded(int limit) {
        String message = "The server works on " + limit
                + " requests at once (trd.limits.concurrent-requests) and has no place free; try again shortly.";
        return new UnclassifiedServerFailureException(503, message, outcome(IssueType.THROTTLED, message));
    }

    /** 422: the shape of the resource is not the one that FHIR gives its type. */
    static BaseServerResponseException misshapen(List<Finding> findings) {
        return unprocessable(findings.get(0).message(), outcome(findings));
    }

    /** 400: the JSON is not written as FHIR writes it. */
    static BaseServerResponseException unreadable(List<Finding> findings) {
        return new InvalidRequestException(findings.get(0).message(), outcome(findings));
    }

    private static OperationOutcome outcome(List<Finding> findings) {
        OperationOutcome outcome = new OperationOutcome();
        findings.forEach(finding -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(finding.code())
                .setDiagnostics(finding.message())
                .addExpression(finding.expression()));
        return outcome;
    }

    /** 400: an entry of a bundle does not say what to do. */
    static BaseServerResponseException badEntry(int index, String element, String right) {
        String place = "Bundle.entry[" + index + "]." + element;
        String message = place + " is mandatory and missing: " + right;
        OperationOutcome outcome = outcome(IssueType.REQUIRED, message);
        outcome.getIssueFirstRep().addExpression(place);
        return new InvalidRequestException(message, outcome);
    }

    /** The places of an outcome, told from the bundle whose entry the resource is. */
    static void within(String entry, OperationOutcome outcome) {
        for (OperationOutcomeIssueComponent issue : outcome.getIssue()) {
            List<StringType> places = Stream.concat(issue.getLocation().stream(), issue.getExpression().stream())
                    .toList();
            places.forEach(place -> place.setValue(place.getValue().replaceFirst("^[A-Z]\\w+(?=\\.|$)", entry)));
        }
    }

    /** 405: an HTTP method that FHIR does not use. */
    static BaseServerResponseException methodNotAllowed(String message) {
        return new MethodNotAllowedException(message, outcome(IssueType.NOTSUPPORTED, message));
    }

    /** 500: our fault, told by nothing but the request's id. */
    static BaseServerResponseException failed(String requestId) {
        String message = "The server failed on this request and stored nothing of it. "
                + "Whoever runs it finds the cause in its log under " + requestId + ".";
        return new InternalErrorException(message, outcome(IssueType.EXCEPTION, message));
    }

    /** The same refusal, its outcome without the names and numbers of the libraries that wrote it. */
    static BaseServerResponseException inPlainWords(BaseServerResponseException refusal) {
        if (refusal.getOperationOutcome() instanceof OperationOutcome written) {
            inPlainWords(written);
            return refusal;
        }
        OperationOutcome outcome = new OperationOutcome();
        Stream.concat(
                        Stream.ofNullable(refusal.getMessage()),
                        Stream.ofNullable(refusal.getAdditionalMessages()).flatMap(List::stream))
                .forEach(message -> {
                    OperationOutcomeIssueComponent issue = outcome.addIssue()
                            .setSeverity(IssueSeverity.ERROR)
                            .setCode(kind(refusal.getStatusCode()))
                            .setDiagnostics(PublicMessage.of(message));
                    PublicMessage.place(message).ifPresent(issue::addExpression);
                });
        refusal.setOperationOutcome(outcome);
        return refusal;
    }

    /** An outcome that another library wrote, without its names and numbers. */
    static void inPlainWords(OperationOutcome outcome) {
        outcome.getIssue().stream()
                .filter(OperationOutcomeIssueComponent::hasDiagnostics)
                .forEach(issue -> issue.setDiagnostics(PublicMessage.of(issue.getDiagnostics())));
    }

    private static IssueType kind(int status) {
        return switch (status) {
            case Constants.STATUS_HTTP_404_NOT_FOUND -> IssueType.NOTFOUND;
            case Constants.STATUS_HTTP_409_CONFLICT, Constants.STATUS_HTTP_412_PRECONDITION_FAILED ->
                IssueType.CONFLICT;
            case Constants.STATUS_HTTP_422_UNPROCESSABLE_ENTITY -> IssueType.INVALID;
            default -> IssueType.PROCESSING;
        };
    }

    static OperationOutcome outcome(IssueType type, String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(message);
        return outcome;
    }
}
