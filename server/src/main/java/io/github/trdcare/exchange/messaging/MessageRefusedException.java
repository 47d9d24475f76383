package io.github.trdcare.exchange.messaging;

import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A message that cannot be taken as it is; says what is wrong and where. */
class MessageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final IssueType type;
    private final String place;

    /**
     * @param place element of the message, as in {@code Bundle.entry[1]}
     */
    MessageRefusedException(IssueType type, String place, String message) {
        super(message);
        this.type = type;
        this.place = place;
    }

    OperationOutcome outcome() {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(getMessage())
                .addExpression(place);
        return outcome;
    }
}
