package io.github.trdcare.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Quantity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource({
        "2024, 2024-01-01, 2024-12-31, false",
        "2024-02, 2024-02-01, 2024-02-29, false",
        "2024-02-05, 2024-02-05, 2024-02-05, true",
        // half past four in UTC is the evening before in Chicago
        "2024-02-05T04:30:00Z, 2024-02-04, 2024-02-04, true",
        "2024-02-05T04:30:00-06:00, 2024-02-05, 2024-02-05, true"
    })
    void aPartialDateIsEveryDayThatItMayBe(String written, String first, String last, boolean dayKnown) {
        Moment moment = Moment.of(new DateTimeType(written), CHICAGO);
        assertThat(moment.firstDay()).hasToString(first);
        assertThat(moment.lastDay()).hasToString(last);
        assertThat(moment.dayKnown()).isEqualTo(dayKnown);
    }

    @ParameterizedTest
    @CsvSource({
        "0.15, g, mg, 150",
        "150, mg, mg, 150",
        "0.25, mg/h, mg/d, 6",
        "2, mL, mg, ",
        "5, '', mg, ",
        "5, pill, mg, "
    })
    void quantitiesAreConvertedByUcumOrNotAtAll(BigDecimal value, String unit, String wanted, BigDecimal expected) {
        Quantity quantity = new Quantity().setValue(value).setUnit(unit);
        if (expected == null) {
            assertThat(Units.in(quantity, wanted)).isEmpty();
        } else {
            assertThat(Units.in(quantity, wanted).orElseThrow()).isEqualByComparingTo(expected);
        }
    }
}
