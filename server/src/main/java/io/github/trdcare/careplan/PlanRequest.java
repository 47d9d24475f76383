package io.github.trdcare.careplan;

import io.github.trdcare.chart.Chart;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Type;

/**
 * For whom a protocol is instantiated, from when, and what the one who asks says besides.
 *
 * @param chart the patient's record at the moment of asking
 * @param patient reference of the patient
 * @param condition reference of the episode; the one that lasts where none is named
 * @param start first day; today where none is named
 * @param author who plans
 * @param organization reference of the clinic that carries it out
 * @param inputs what the protocol asks, by name
 */
public record PlanRequest(
        Chart chart,
        String patient,
        Optional<String> condition,
        Optional<LocalDate> start,
        Optional<String> author,
        Optional<String> organization,
        Map<String, Type> inputs) {

    LocalDate firstDay() {
        return start.orElseGet(chart::today);
    }
}
