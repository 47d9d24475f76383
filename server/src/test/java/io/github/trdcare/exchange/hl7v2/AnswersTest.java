package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a sender asks for in MSH-15 and MSH-16, what became of its message, and what it hears. */
class AnswersTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', AA, AA",
        "'', '', AE, AE",
        "'', '', AR, AR",
        "AL, AL, AA, AA",
        "AL, AL, AE, AE",
        "NE, AL, AR, AR",
        "NE, NE, AA, ''",
        "NE, NE, AE, ''",
        "NE, NE, AR, ''",
        "NE, ER, AA, ''",
        "NE, ER, AE, AE",
        "NE, ER, AR, AR",
        "NE, SU, AA, AA",
        "NE, SU, AE, ''",
        "AL, NE, AA, CA",
        "AL, NE, AE, CA",
        "AL, NE, AR, CR",
        "AL, ER, AA, CA",
        "AL, ER, AE, AE",
        "ER, NE, AA, ''",
        "ER, NE, AR, CR",
        "SU, NE, AE, CA",
        "SU, NE, AR, ''",
        "AL, '', AA, CA",
        "'', AL, AA, AA",
        "nonsense, NE, AA, AA",
        "nonsense, '', AR, AR"
    })
    void followTheWishesOfTheSender(String accept, String application, String outcome, String heard) {
        Header header = Header.of("MSH|^~\\&|A|B|||||ADT^A04|7|P|2.5.1|||" + accept + "|" + application);
        Acknowledgement acknowledgement = new Acknowledgement(header, "US|", Instant.EPOCH);
        String answer =
                switch (outcome) {
                    case "AA" -> acknowledgement.accepted(1);
                    case "AE" -> acknowledgement.refused(1, new V2RefusedException(V2Error.DATA_TYPE, "", "no"));
                    default -> acknowledgement.refused(1, new V2RefusedException(V2Error.EVENT_CODE, "", "no"));
                };
        String wanted = Answers.wanted(header, answer).orElse("");
        if (heard.isEmpty()) {
            assertThat(wanted).isEmpty();
        } else {
            assertThat(wanted).contains("\rMSA|" + heard + "|7");
        }
    }
}
