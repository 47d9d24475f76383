package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clinical questions, each answered in one call about a patient of the example stories. */
@ServerTest
class UnderstandingIT {

    @LocalServerPort
    private int port;

    private FhirHttp fhir;

    @BeforeEach
    void connect() {
        fhir = new FhirHttp(port);
    }

    @Test
    void judgesTrialsAndStagesResistance() {
        Parameters answer =
                fhir.get("Patient/marta/$treatment-resistance?asOf=2026-05-31").as(Parameters.class);

        assertThat(answer.getParameters("trial")).hasSize(2);
        assertThat(answer.getParameter("failed-trials").getValue().primitiveValue())
                .isEqualTo("2");
        assertThat(answer.getParameter("meets-trd").getValue().primitiveValue()).isEqualTo("yes");
        assertThat(answer.getParameter("thase-rush").getValue().primitiveValue())
                .isEqualTo("II");
    }

    @Test
    void followsEachStepByItsScores() {
        String answer = fhir.get("Patient/marta/$treatment-outcomes?scale=phq9").text();

        assertThat(answer).contains("Procedure/marta-course", "remission-date");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThat(fhir.get("Patient/nobody/$treatment-resistance").status()).isEqualTo(404);
        assertThat(fhir.get("Patient/marta/$treatment-resistance?policy=nope").status())
                .isEqualTo(422);
        assertThat(fhir.get("Patient/marta/$treatment-resistance?asOf=soon").status())
                .isEqualTo(400);
        assertThat(fhir.get("Patient/marta/$treatment-resistance?condition=nope")
                        .status())
                .isEqualTo(404);
        assertThat(fhir.get("Patient/marta/$treatment-outcomes?scale=nope").status())
                .isEqualTo(422);
    }
}
