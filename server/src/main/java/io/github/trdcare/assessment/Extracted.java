package io.github.trdcare.assessment;

import io.github.trdcare.chart.Finding;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;

/**
 * What a response says as Observations.
 *
 * @param observations each total with the items it was added up from, each measure that the form marks
 * @param missing why a total is not there
 */
public record Extracted(List<Observation> observations, List<Finding> missing) {}
