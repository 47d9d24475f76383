package io.github.trdcare.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.fhir.ucum.UcumService;
import org.hl7.fhir.r4.model.Quantity;

/** Converts quantities by UCUM; one without a unit, or of another kind, has no value here. */
public final class Units {
    public static final String UCUM = "http://unitsofmeasure.org";
    private static final UcumService SERVICE = service();

    private Units() {}

    /** The value in the wanted unit. */
    public static Optional<BigDecimal> in(Quantity quantity, String wanted) {
        return quantity.hasValue()
                ? unit(quantity).flatMap(unit -> convert(quantity.getValue(), unit, wanted))
                : Optional.empty();
    }

    /** The UCUM unit of a quantity: its code, or its printed unit where that is UCUM too. */
    public static Optional<String> unit(Quantity quantity) {
        boolean ucum = !quantity.hasSystem() || UCUM.equals(quantity.getSystem());
        return Stream.of(quantity.getCode(), quantity.getUnit())
                .filter(unit -> ucum && unit != null && SERVICE.validate(unit) == null)
                .findFirst();
    }

    public static Optional<BigDecimal> convert(BigDecimal value, String unit, String wanted) {
        try {
            if (!SERVICE.isComparable(unit, wanted)) {
                return Optional.empty();
            }
            Decimal converted = SERVICE.convert(new Decimal(value.toPlainString()), unit, wanted);
            return Optional.of(new BigDecimal(converted.asDecimal()).stripTrailingZeros());
        } catch (UcumException e) {
            return Optional.empty();
        }
    }

    private static UcumService service() {
        try (InputStream essence = UcumService.class.getResourceAsStream("/ucum-essence.xml")) {
            return new UcumEssenceService(essence);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UcumException e) {
            throw new IllegalStateException("The table of units cannot be read", e);
        }
    }
}
