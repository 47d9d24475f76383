package io.github.trdcare.door;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import io.github.trdcare.chart.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What is not served, as HTTP says it: the place, the reason and what would be right. */
public final class RefusedException extends BaseServerResponseException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private RefusedException(int status, String message, OperationOutcome outcome) {
        super(status, message, outcome);
    }

    /** Of rules that do not take a record; content weighs more than conflict. */
    public static RefusedException of(List<Refusal> refusals) {
        OperationOutcome outcome = new OperationOutcome();
        refusals.forEach(refusal -> outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(refusal.kind() == Refusal.Kind.CONFLICT ? IssueType.CONFLICT : IssueType.BUSINESSRULE)
                .setDetails(new CodeableConcept(new Coding(
                                "https://trd-care.github.io/fhir/CodeSystem/trd-codes", refusal.code(), null))
                        .setText(refusal.text()))
                .setDiagnostics(refusal.text() + ". Right would be: " + refusal.right())
                .addExpression(refusal.expression()));
        int status = refusals.stream()
                .mapToInt(refusal -> refusal.kind().status())
                .max()
                .orElse(UNPROCESSABLE);
        return new RefusedException(status, refusals.get(0).text(), outcome);
    }

    /** 404: nothing is stored under this reference. */
    public static RefusedException notFound(String reference) {
        return issue(NOT_FOUND, IssueType.NOTFOUND, "There is no " + reference + " on this server", reference);
    }

    /** 400: a parameter that cannot be read. */
    public static RefusedException unreadable(String parameter, String text) {
        return issue(BAD_REQUEST, IssueType.VALUE, text, place(parameter));
    }

    /** 404: what was asked for is not there, or no longer. */
    public static RefusedException gone(String text) {
        return issue(NOT_FOUND, IssueType.NOTFOUND, text, "http");
    }

    /** 400: a request that is not made as it must be; the expression names what of it. */
    public static RefusedException unaskable(String expression, String text) {
        return issue(BAD_REQUEST, IssueType.NOTSUPPORTED, text, expression);
    }

    /** 422: a parameter that can be read and does not fit. */
    public static RefusedException unfit(String parameter, String text) {
        return issue(UNPROCESSABLE, IssueType.BUSINESSRULE, text, place(parameter));
    }

    /** 422: a stored record that the operation does not fit. */
    public static RefusedException unfitRecord(String expression, String text) {
        return issue(UNPROCESSABLE, IssueType.BUSINESSRULE, text, expression);
    }

    private static String place(String parameter) {
        return "Parameters.parameter.where(name = '" + parameter + "')";
    }

    private static RefusedException issue(int status, IssueType type, String text, String expression) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type)
                .setDiagnostics(text)
                .addExpression(expression);
        return new RefusedException(status, text, outcome);
    }
}
