package io.github.trdcare.careplan;

import io.github.trdcare.chart.Refusal;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;

/** What becomes of a request to instantiate a protocol. */
public sealed interface PlanDecision {

    /** Nothing is made. */
    record Refused(List<Refusal> refusals) implements PlanDecision {}

    /** The same was asked before, and its plan stands. */
    record Standing(String plan) implements PlanDecision {}

    /** What is to be stored, in one transaction; the plan comes first. */
    record Planned(Bundle transaction) implements PlanDecision {}
}
