package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Search as FHIR defines it, on the first story's course of 36 sessions. */
@ServerTest
@Tag("storage")
class SearchIT {
    private static final String SESSIONS = "Procedure?part-of=Procedure/marta-course";

    @LocalServerPort
    private int port;

    private FhirHttp http;

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    @Test
    void findsWhatWasWrittenAMomentAgo() {
        assertThat(http.get("Patient?family=Momentago").bundle().getEntry()).isEmpty();
        Patient patient = new Patient();
        patient.addName().setFamily("Momentago");
        http.post("Patient", patient);
        assertThat(http.get("Patient?family=Momentago").bundle().getEntry()).hasSize(1);
        http.delete("Patient?family=Momentago");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SESSIONS,
                "Procedure?part-of:Procedure.subject:Patient.given=Marta",
                "Procedure?part-of:Procedure.part-of:missing=true&_has:Procedure:part-of:_id=marta-session-01",
                "Procedure?patient=marta&date=ge2026-06-01&date=lt2026-06-08",
                "Patient?_has:Procedure:patient:_id=marta-course",
                "Procedure?_id=marta-session-01,marta-session-02"
            })
    void findsByChainAndReverseChain(String query) {
        Answer answer = http.get(query + (query.contains("missing") ? "" : "&_total=accurate"));
        if (query.contains(":missing")) {
            assertThat(answer.status()).isIn(200, 400);
        } else {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.bundle().getTotal()).isPositive();
        }
    }

    @Test
    void includesWhatAResultRefersToAndWhatRefersToIt() {
        Bundle forward = http.get("Procedure?_id=marta-session-01&_include=Procedure:part-of"
                        + "&_include:iterate=Procedure:subject")
                .bundle();
        assertThat(ids(forward)).contains("marta-session-01", "marta-course", "marta");
        Bundle reverse = http.get("Procedure?_id=marta-course&_revinclude=Procedure:part-of&_count=50")
                .bundle();
        assertThat(reverse.getEntry()).hasSize(37);
    }

    @Test
    void sortsAndPagesWithoutLossOrRepeat() {
        List<String> seen = new ArrayList<>();
        Bundle page =
                http.get(SESSIONS + "&_sort=-date&_count=7&_total=accurate").bundle();
        assertThat(page.getTotal()).isEqualTo(36);
        for (int pages = 1; ; pages++) {
            seen.addAll(ids(page));
            if (page.getLink("next") == null) {
                assertThat(pages).isEqualTo(6);
                break;
            }
            page = http.get(page.getLink("next").getUrl()).bundle();
        }
        assertThat(seen)
                .hasSize(36)
                .doesNotHaveDuplicates()
                .startsWith("marta-session-36")
                .endsWith("marta-session-01");
    }

    @Test
    void keepsAPageStableWhileOthersWrite() {
        Bundle first = http.get("Patient?_count=1&_sort=_lastUpdated").bundle();
        http.post("Patient", new Patient());
        String next =
                first.getLink("next") == null ? null : first.getLink("next").getUrl();
        if (next != null) {
            assertThat(ids(http.get(next).bundle())).doesNotContainAnyElementsOf(ids(first));
        }
    }

    @Test
    void shortensAnswersOnRequest() {
        assertThat(http.get(SESSIONS + "&_summary=count").bundle().getTotal()).isEqualTo(36);
        Bundle elements = http.get(SESSIONS + "&_elements=status&_count=1").bundle();
        Procedure session = (Procedure) elements.getEntryFirstRep().getResource();
        assertThat(session.getStatus()).isNotNull();
        assertThat(session.hasPerformed()).isFalse();
        assertThat(http.get("Procedure/marta-course?_summary=text").status()).isEqualTo(200);
    }

    @Test
    void searchesByPostAsByGet() {
        Answer answer = http.post(
                "Procedure/_search",
                "part-of=Procedure/marta-course&_summary=count",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(answer.bundle().getTotal()).isEqualTo(36);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient?colour=red", "Procedure?_sort=colour", "Procedure?_include=Procedure:colour"})
    void refusesAnUnknownParameter(String query) {
        Answer answer = http.get(query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.outcome()).contains("colour");
    }

    @Test
    void givesEverythingOfAPatientAcrossPagesOnce() {
        Set<String> seen = new HashSet<>();
        int entries = 0;
        for (Bundle page = http.get("Patient/marta/$everything?_count=20").bundle();
                page != null;
                page = page.getLink("next") == null
                        ? null
                        : http.get(page.getLink("next").getUrl()).bundle()) {
            for (BundleEntryComponent entry : page.getEntry()) {
                seen.add(entry.getResource().fhirType() + "/"
                        + entry.getResource().getIdPart());
                entries++;
            }
        }
        assertThat(seen)
                .hasSize(entries)
                .contains("Patient/marta", "Procedure/marta-course", "Procedure/marta-session-36");
    }

    private static List<String> ids(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdPart())
                .toList();
    }
}
