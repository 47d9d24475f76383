package io.github.trdcare.platform;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** The one place that turns a refusal into an HTTP answer with an OperationOutcome. */
final class RefusalTranslator {

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

    static OperationOutcome outcome(IssueType type, String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(message);
        return outcome;
    }
}
