package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The terminology operations, on our own code systems and on a client's. */
@ServerTest
class TerminologyIT {
    private static final String TMS_CODES = "https://trd-care.github.io/fhir/CodeSystem/tms-codes";
    private static final String COLOURS = "http://example.org/colours";

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
        CodeSystem colours = new CodeSystem()
                .setUrl(COLOURS)
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        colours.addConcept().setCode("red").setDisplay("Red");
        colours.setId("colours");
        http.put("CodeSystem/colours", colours);
        ValueSet all = new ValueSet().setUrl(COLOURS + "/all").setStatus(PublicationStatus.ACTIVE);
        all.getCompose().addInclude().setSystem(COLOURS);
        all.setId("all-colours");
        http.put("ValueSet/all-colours", all);
        ConceptMap map = new ConceptMap().setUrl(COLOURS + "/map").setStatus(PublicationStatus.ACTIVE);
        map.addGroup()
                .setSource(COLOURS)
                .setTarget(TMS_CODES)
                .addElement()
                .setCode("red")
                .addTarget()
                .setCode("itbs")
                .setEquivalence(ConceptMapEquivalence.RELATEDTO);
        map.setId("colour-map");
        http.put("ConceptMap/colour-map", map);
    }

    @Test
    void expandsAValueSet() {
        Answer answer = http.get("ValueSet/all-colours/$expand");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.as(ValueSet.class).getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .containsExactly("red");
        assertThat(http.get("ValueSet/$expand?url=" + COLOURS + "/all").status())
                .isEqualTo(200);
    }

    @Test
    void validatesACode() {
        assertThat(result(http.get("ValueSet/$validate-code?url=" + COLOURS + "/all&system=" + COLOURS + "&code=red")))
                .isTrue();
        assertThat(result(http.get("ValueSet/$validate-code?url=" + COLOURS + "/all&system=" + COLOURS + "&code=blue")))
                .isFalse();
        assertThat(result(http.get("CodeSystem/$validate-code?url=" + TMS_CODES + "&code=itbs")))
                .isTrue();
    }

    @Test
    void looksUpACodeOfOurs() {
        Answer answer = http.get("CodeSystem/$lookup?system=" + TMS_CODES + "&code=itbs");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.as(Parameters.class).getParameter("display").toString())
                .isNotBlank();
    }

    @Test
    void translatesACode() {
        Answer answer = http.get("ConceptMap/$translate?system=" + COLOURS + "&code=red&targetsystem=" + TMS_CODES);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(result(answer)).isTrue();
        assertThat(answer.text()).contains("itbs");
    }

    private static boolean result(Answer answer) {
        return ((BooleanType) answer.as(Parameters.class).getParameter("result").getValue()).booleanValue();
    }
}
