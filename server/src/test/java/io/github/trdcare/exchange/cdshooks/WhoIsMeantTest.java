package io.github.trdcare.exchange.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whom an EHR asks about, when a patient of this server has the same id. */
class WhoIsMeantTest {
    private static final String BASE = "http://localhost:8080/fhir";
    private static final String MRN = "https://ehr.example.org/mrn";

    @Test
    void aPatientOfANamedServerIsOfThatServer() {
        assertThat(asked("https://ehr.example.org/fhir").isOfAnother(BASE)).isTrue();
        assertThat(asked(BASE + "/").isOfAnother(BASE)).isFalse();
        assertThat(asked(null).isOfAnother(BASE)).isFalse();
    }

    @Test
    void withoutAddressAndPatientTheIdDecides() {
        assertThat(asked(null).isAbout(patient(MRN, "7"))).isTrue();
    }

    @Test
    void withoutAddressThePatientThatWasSentDecidesByIdentifier() {
        assertThat(asked(null, patient(MRN, "7")).isAbout(patient(MRN, "7"))).isTrue();
        assertThat(asked(null, patient(MRN, "7")).isAbout(patient(MRN, "8"))).isFalse();
        assertThat(asked(null, patient(MRN, "7")).isAbout(patient("https://other.example.org", "7")))
                .isFalse();
        assertThat(asked(null, patient(MRN, "7")).isAbout(new Patient())).isFalse();
        assertThat(asked(null, new Patient()).isAbout(patient(MRN, "7"))).isFalse();
    }

    @Test
    void aNumberWithoutSystemIsNobodys() {
        assertThat(asked(null, patient(null, "7")).isAbout(patient(null, "7"))).isFalse();
    }

    @Test
    void ourOwnAddressIsEnough() {
        assertThat(asked(BASE, patient(MRN, "7")).isAbout(new Patient())).isTrue();
    }

    private static HookRequest asked(@Nullable String server, Patient... sent) {
        List<Resource> prefetch = Stream.of(sent).map(Resource.class::cast).toList();
        return new HookRequest("1052", Optional.ofNullable(server), List.of(), prefetch);
    }

    private static Patient patient(@Nullable String system, String value) {
        Patient patient = new Patient();
        patient.addIdentifier().setSystem(system).setValue(value);
        return patient;
    }
}
