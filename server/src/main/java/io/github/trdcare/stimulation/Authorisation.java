package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.RemittanceOutcome;
import org.hl7.fhir.r4.model.ClaimResponse.Use;

/** How many sessions a payer has authorised, by the newest approved pre-authorisation of the order. */
final class Authorisation {

    private Authorisation() {}

    static Optional<Integer> sessions(Chart chart, CourseOrder order) {
        return chart.all(ClaimResponse.class).stream()
                .filter(response -> response.getUse() == Use.PREAUTHORIZATION
                        && response.getOutcome() == RemittanceOutcome.COMPLETE
                        && chart.start(response.getCreatedElement()).isPresent())
                .sorted(Comparator.comparing(
                                (ClaimResponse response) -> Moment.of(response.getCreatedElement(), chart.zone()))
                        .reversed())
                .flatMap(response -> approved(chart, order, response).stream())
                .findFirst();
    }

    /** The number in the payer's item, else the number that was asked for and approved as it stood. */
    private static Optional<Integer> approved(Chart chart, CourseOrder order, ClaimResponse response) {
        Optional<Claim> claim = chart.find(Claim.class, References.of(response.getRequest()))
                .filter(each -> order.request()
                        .filter(request -> References.of(each.getReferral()).equals(References.to(request)))
                        .isPresent());
        return claim.flatMap(each -> response.getItem().stream()
                .flatMap(item -> item.getAdjudication().stream())
                .flatMap(adjudication -> Optional.ofNullable(adjudication.getValue()).stream())
                .findFirst()
                .or(() -> each.getItem().stream()
                        .flatMap(item -> Optional.ofNullable(item.getQuantity().getValue()).stream())
                        .findFirst())
                .map(BigDecimal::intValue));
    }
}
