package io.github.trdcare.platform;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
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

    /** 422: understood, and refused for what it says. */
    static BaseServerResponseException unprocessable(String message, OperationOutcome outcome) {
        return new UnprocessableEntityException(message, outcome);
    }

    static OperationOutcome outcome(IssueType type, String message) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(message);
        return outcome;
    }
}
