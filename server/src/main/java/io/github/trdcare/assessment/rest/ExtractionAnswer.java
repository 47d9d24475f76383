package io.github.trdcare.assessment.rest;

import io.github.trdcare.assessment.Extracted;
import io.github.trdcare.chart.Finding;
import io.github.trdcare.chart.References;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/** Writes what was taken out of a response as its guide (SDC) asks: a transaction, and the issues if there are any. */
final class ExtractionAnswer {

    private ExtractionAnswer() {}

    static Resource of(Extracted extracted, List<Observation> stored, String server) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        stored.forEach(each -> bundle.addEntry()
                .setFullUrl(server + "/" + References.to(each))
                .setResource(each)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(References.to(each)));
        if (extracted.missing().isEmpty() && bundle.hasEntry()) {
            return bundle;
        }
        Parameters answer = new Parameters();
        if (bundle.hasEntry()) {
            answer.addParameter().setName("return").setResource(bundle);
        }
        answer.addParameter().setName("issues").setResource(issues(extracted));
        return answer;
    }

    private static OperationOutcome issues(Extracted extracted) {
        OperationOutcome outcome = new OperationOutcome();
        extracted.missing().forEach(missing -> issue(outcome, IssueType.INCOMPLETE, missing));
        if (extracted.missing().isEmpty()) {
            issue(
                    outcome,
                    IssueType.NOTFOUND,
                    Finding.of("score", "The response holds no total and no measure that its form marks"));
        }
        return outcome;
    }

    private static void issue(OperationOutcome outcome, IssueType type, Finding finding) {
        outcome.addIssue()
                .setSeverity(IssueSeverity.WARNING)
                .setCode(type)
                .setDiagnostics(finding.text())
                .addExpression("QuestionnaireResponse.item");
    }
}
