package io.github.trdcare.resistance;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Span;
import io.github.trdcare.chart.Units;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestDispenseRequestComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Type;

/** When a request exposes: its dosage's bounds, else the validity of its dispenses where that ends, else its supply, else a start alone. */
final class RequestedPeriod {

    /** A stretch of a request with the dosages that hold in it; its end may lie ahead. */
    record Part(Span span, boolean endAhead, List<Dosage> dosages) {}

    private final Chart chart;
    private final MedicationRequest request;

    RequestedPeriod(Chart chart, MedicationRequest request) {
        this.chart = chart;
        this.request = request;
    }

    List<Part> spans() {
        List<Part> parts = new ArrayList<>();
        List<Dosage> unbound = new ArrayList<>();
        for (Dosage dosage : request.getDosageInstruction()) {
            Type bounds = dosage.getTiming().getRepeat().getBounds();
            if (bounds instanceof Period period) {
                part(period, List.of(dosage)).ifPresent(parts::add);
            } else if (bounds instanceof Duration duration) {
                supplied(duration, 1, List.of(dosage)).ifPresent(parts::add);
            } else {
                unbound.add(dosage);
            }
        }
        if (!unbound.isEmpty() || request.getDosageInstruction().isEmpty()) {
            dispensed(unbound).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Part> dispensed(List<Dosage> dosages) {
        MedicationRequestDispenseRequestComponent dispense = request.getDispenseRequest();
        Period validity = dispense.getValidityPeriod();
        if (validity.hasEnd() || validity.hasStart() && !dispense.hasExpectedSupplyDuration()) {
            return part(validity, dosages);
        }
        if (dispense.hasExpectedSupplyDuration()) {
            return supplied(dispense.getExpectedSupplyDuration(), 1 + dispense.getNumberOfRepeatsAllowed(), dosages);
        }
        return chart.span(request.getAuthoredOnElement())
                .map(span -> new Part(new Span(span.start(), Optional.empty()), false, dosages));
    }

    private Optional<Part> part(Period period, List<Dosage> dosages) {
        return chart.span(period)
                .map(span -> new Part(span, period.hasEnd() && span.end().isEmpty(), dosages));
    }

    private Optional<Part> supplied(Duration supply, int times, List<Dosage> dosages) {
        Optional<Moment> start = chart.start(request.getAuthoredOnElement());
        Optional<Long> days =
                Units.in(supply, "d").map(each -> each.longValue() * times).filter(count -> count > 0);
        if (start.isEmpty() || days.isEmpty()) {
            return start.map(first -> new Part(new Span(first, Optional.empty()), false, dosages));
        }
        LocalDate first = start.get().firstDay().plusDays(days.get() - 1);
        LocalDate last = start.get().lastDay().plusDays(days.get() - 1);
        Moment end = Moment.days(first, last, chart.zone());
        boolean ahead = !chart.past(end);
        return Optional.of(
                new Part(new Span(start.get(), ahead ? Optional.empty() : Optional.of(end)), ahead, dosages));
    }
}
