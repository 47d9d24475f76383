package io.github.trdcare.exchange.bulk;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What an import could not take, line by line; never what stands in the line, which may be a patient's data. */
final class Report {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private Report() {}

    /**
     * One line of the report.
     *
     * @param input which of the files, from 0 on
     * @param number of the line; 0 means the file
     * @param places in the resource
     */
    static String line(int input, long number, String reason, List<String> places) {
        OperationOutcome outcome = new OperationOutcome();
        var issue = outcome.addIssue()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(IssueType.PROCESSING)
                .setDiagnostics(
                        "input[" + input + "]" + (number == 0 ? "" : " line " + number) + ": " + withoutValues(reason));
        places.forEach(issue::addExpression);
        return R4.newJsonParser().encodeResourceToString(outcome) + "\n";
    }

    /** Libraries quote what they could not read. */
    private static String withoutValues(String reason) {
        return reason.replaceAll("HAPI-\\d+: ", "")
                .replaceAll("\"[^\"]*\"", "\"...\"")
                .replaceAll("\\('[^']*'\\)", "('...')")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
