package io.github.trdcare.exchange.identity;

import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.identity.MergeRequest.Pair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** Words a merge, for the client and for the record. */
final class MergeAnswer {
    private static final String AGENTS = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";

    private MergeAnswer() {}

    static Parameters previewed(Parameters input, Pair pair, int moving, List<String> doubts) {
        Parameters answer = answer(
                input, "Nothing is stored: the merge would move " + moving + " records " + direction(pair), doubts);
        result(answer, pair.result());
        return answer;
    }

    static Parameters done(Parameters input, Pair pair, int moved, List<String> doubts) {
        return answer(input, "Merged: " + moved + " records moved " + direction(pair), doubts);
    }

    /** The record that goes on. */
    static void result(Parameters answer, Patient patient) {
        answer.addParameter().setName("result").setResource(patient);
    }

    /** Who asked, as far as the network knows, and when. */
    static Provenance origin(String address, Instant now) {
        Provenance provenance = new Provenance().setRecorded(Date.from(now));
        provenance
                .addAgent()
                .setWho(new Reference().setDisplay("FHIR client at " + address))
                .getType()
                .addCoding()
                .setSystem(AGENTS)
                .setCode("author");
        return provenance;
    }

    private static Parameters answer(Parameters input, String text, List<String> doubts) {
        OperationOutcome outcome = new OperationOutcome();
        add(outcome, IssueSeverity.INFORMATION, IssueType.INFORMATIONAL, text);
        doubts.forEach(doubt -> add(outcome, IssueSeverity.WARNING, IssueType.BUSINESSRULE, doubt));
        Parameters answer = new Parameters();
        answer.addParameter().setName("input").setResource(input);
        answer.addParameter().setName("outcome").setResource(outcome);
        return answer;
    }

    private static void add(OperationOutcome outcome, IssueSeverity severity, IssueType type, String text) {
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(text);
    }

    private static String direction(Pair pair) {
        return "from " + References.to(pair.source()) + " to " + References.to(pair.target());
    }
}
