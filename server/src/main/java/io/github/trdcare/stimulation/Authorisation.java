package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.ClaimResponse.AdjudicationComponent;
import org.hl7.fhir.r4.model.ClaimResponse.ItemComponent;
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

    /** The units of the payer's items together, else the number that was asked for and approved as it stood. */
    private static Optional<Integer> approved(Chart chart, CourseOrder order, ClaimResponse response) {
        Optional<Claim> claim = chart.find(Claim.class, References.of(response.getRequest()))
                .filter(each -> order.request()
                        .filter(request -> References.of(each.getReferral()).equals(References.to(request)))
                        .isPresent());
        return claim.flatMap(each -> sum(response.getItem().stream().flatMap(Authorisation::units))
                .or(() -> sum(each.getItem().stream()
                        .map(item -> item.getQuantity().getValue())
                        .filter(Objects::nonNull))));
    }

    private static Stream<BigDecimal> units(ItemComponent item) {
        return item.getAdjudication().stream()
                .map(AdjudicationComponent::getValue)
                .filter(Objects::nonNull)
                .limit(1);
    }

    private static Optional<Integer> sum(Stream<BigDecimal> units) {
        return units.reduce(BigDecimal::add).map(BigDecimal::intValue);
    }
}
