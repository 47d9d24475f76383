package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clinic is in Berlin: +1 in winter, +2 in summer. */
class TimesTest {
    private static V2Message message(String sent, String time) {
        return V2Message.parse("MSH|^~\\&|A|B|||" + sent + "||ADT^A04|1|P|2.5.1\rEVN||" + time);
    }

    private static String read(String sent, String time) {
        V2Message message = message(sent, time);
        return Times.of(message, ZoneId.of("Europe/Berlin"))
                .dateTime(message.required("EVN").required(2, "time"))
                .getValueAsString();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2026, 2026",
        "'', 202603, 2026-03",
        "'', 20260302, 2026-03-02",
        "'', 2026030208, 2026-03-02T08:00:00+01:00",
        "'', 202603020830, 2026-03-02T08:30:00+01:00",
        "'', 20260302083015, 2026-03-02T08:30:15+01:00",
        "'', 20260702083015, 2026-07-02T08:30:15+02:00",
        "'', 20260302083015.25, 2026-03-02T08:30:15.250+01:00",
        "'', 20260302083015-0500, 2026-03-02T08:30:15-05:00",
        "20260302-0800, 20260302083015, 2026-03-02T08:30:15-08:00",
        "20260302090000-0800, 20260302083015+0200, 2026-03-02T08:30:15+02:00",
        "20260302090000, 20260302083015, 2026-03-02T08:30:15+01:00",
        "'', 20240229, 2024-02-29"
    })
    void keepsATimeAsExactAsItIs(String sent, String time, String read) {
        assertThat(read(sent, time)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20261301",
                "20260230",
                "2026030224",
                "202603020860",
                "20260302083060",
                "yesterday",
                "2026-03-02",
                "26",
                "20260302+9900"
            })
    void refusesWhatIsNoTime(String time) {
        assertThatThrownBy(() -> read("", time))
                .isInstanceOfSatisfying(V2RefusedException.class, refused -> assertThat(refused.place())
                        .isEqualTo("EVN.1.2"));
    }
}
