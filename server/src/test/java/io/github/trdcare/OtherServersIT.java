package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient of another server is nobody of this one, whatever the number. */
@ServerTest
class OtherServersIT {
    private static final String THERE = "https://ehr.example.org/fhir/";

    private FhirHttp fhir;
    private String here;

    @BeforeEach
    void storeSomeone(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        here = stored(new Patient());
    }

    @Test
    void anAnswerAboutSuicideRaisesNoAlertForANamesake() {
        stored(item9(THERE + here));
        assertThat(flags()).isZero();
        stored(item9(here));
        assertThat(flags()).isEqualTo(1);
    }

    @Test
    void whoIsKnownByTheAddressOfThisServerIsOfThisServer() {
        String score = stored(item9("http://localhost:8080/fhir/" + here));
        assertThat(flags()).isEqualTo(1);
        assertThat(fhir.get(score).as(Observation.class).getSubject().getReference())
                .isEqualTo(here);
    }

    @Test
    void aRecordThatGoesOnElsewhereEndsNobodysRecordHere() {
        Patient ended = new Patient();
        ended.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(THERE + here));
        String id = stored(ended);
        ended.getLinkFirstRep().setType(LinkType.SEEALSO);
        ended.setId(id);
        assertThat(fhir.put(id, ended).status()).as("it may be taken back").isEqualTo(200);
    }

    @Test
    void anEpisodeOfSomeoneElsewhereEntersNoRegistry() throws Exception {
        stored(Episodes.of(THERE + here));
        String own = stored(new Patient());
        stored(Episodes.of(own));
        Episodes.awaitMember(fhir, own);
        assertThat(Episodes.members(fhir)).contains(own).doesNotContain(here);
    }

    private int flags() {
        return fhir.get("Flag?subject=" + here + "&_summary=count").bundle().getTotal();
    }

    private static Observation item9(String patient) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44260-8", null)))
                .setValue(new IntegerType(2))
                .setEffective(new DateTimeType("2026-05-01T10:00:00Z"))
                .setSubject(new Reference(patient));
    }

    private String stored(Resource resource) {
        Answer answer = fhir.post(resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.header("Location").replaceAll(".*/fhir/([^/]+/[^/]+)/.*", "$1");
    }
}
