package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The packet for a payer's desk: a page to print, and every record that it cites. */
@ServerTest
class PacketIT {
    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    @LocalServerPort
    private int port;

    private FhirHttp fhir;

    @BeforeEach
    void connect() {
        fhir = new FhirHttp(port);
    }

    static List<String> patients() {
        return StoryRecord.names().stream()
                .flatMap(story -> StoryRecord.of(story, Patient.class).stream())
                .map(Patient::getIdPart)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("patients")
    void holdsWhateverItsRecordsName(String patient) {
        Bundle packet = packet(patient, "psy301-015");
        assertThat(packet.getType()).isEqualTo(BundleType.COLLECTION);
        Set<String> there =
                packet.getEntry().stream().map(BundleEntryComponent::getFullUrl).collect(Collectors.toSet());
        assertThat(there).hasSameSizeAs(packet.getEntry());
        for (BundleEntryComponent entry : packet.getEntry()) {
            TERSER.getAllPopulatedChildElementsOfType(entry.getResource(), Reference.class).stream()
                    .map(Reference::getReference)
                    .filter(reference -> reference != null && !there.contains(address(reference)))
                    .forEach(reference -> assertThat(reference)
                            .as(entry.getFullUrl())
                            .matches("(CarePlan|CareTeam|Consent|ResearchStudy|Encounter)/.*"));
        }
    }

    @Test
    void isAPageThatCanBeRead() {
        Composition page =
                (Composition) packet("marta", "ctmss").getEntryFirstRep().getResource();
        String text = page.getText().getDivAsString();
        assertThat(text)
                .contains("Clinical TMS Society coverage position", "version 1", "secondary summary", "Verify each")
                .contains("Failed trials", "sertraline", "2026-05-31");
        assertThat(page.getSection()).isNotEmpty().allMatch(section -> section.getText()
                .hasDiv());
        assertThat(page.getSubject().getReference()).isEqualTo("Patient/marta");
    }

    @Test
    void printsWhatARecordSaysAndNeverRunsIt() {
        Patient patient = new Patient();
        patient.setId("named-as-markup");
        patient.addName().setFamily("<script>alert('x')</script>");
        fhir.put("Patient/named-as-markup", patient);

        Composition page = (Composition)
                packet("named-as-markup", "ctmss").getEntryFirstRep().getResource();
        assertThat(page.getText().getDivAsString()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void staysOutUnlessItIsAskedFor() {
        assertThat(fhir.get("Patient/marta/$tms-eligibility")
                        .as(Parameters.class)
                        .hasParameter("packet"))
                .isFalse();
    }

    private Bundle packet(String patient, String policy) {
        FhirHttp.Answer answer =
                fhir.get("Patient/" + patient + "/$tms-eligibility?packet=true&asOf=2026-05-31&policy=" + policy);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return (Bundle) answer.as(Parameters.class).getParameter("packet").getResource();
    }

    private String address(String reference) {
        return reference.startsWith("http") ? reference : fhir.uri(reference).toString();
    }
}
