package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import io.github.trdcare.chart.References;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A patient's record leaves as a sound International Patient Summary, whoever the patient is. */
@ServerTest
class SummaryIT {
    private static final List<String> MANDATORY = List.of("11450-4", "48765-2", "10160-0");

    private final Statistics statistics;

    @LocalServerPort
    private int port;

    private FhirHttp http;

    SummaryIT(@Autowired EntityManagerFactory entities) {
        this.statistics = entities.unwrap(SessionFactory.class).getStatistics();
    }

    @BeforeEach
    void connect() {
        http = new FhirHttp(port);
    }

    static Stream<String> patients() {
        return StoryRecord.names().stream()
                .flatMap(story -> StoryRecord.of(story, Patient.class).stream())
                .map(patient -> patient.getIdElement().getIdPart())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("patients")
    void everyStoryIsASoundDocument(String patient) {
        isSound(http.get("Patient/" + patient + "/$summary"));
    }

    @Test
    void anEmptyRecordSaysThatNothingIsOnRecord() {
        Bundle document = isSound(http.get(stored(new Patient()) + "/$summary"));

        assertThat(sections(document)).hasSize(3).allSatisfy(section -> {
            assertThat(section.getEmptyReason().getCodingFirstRep().getCode()).isEqualTo("unavailable");
            assertThat(section.getText().getDivAsString()).contains("No information is on record");
        });
    }

    @Test
    void anEhrsExportIsASoundDocumentInFewStatements() {
        Stream.of("hospitals", "practitioners").forEach(this::post);
        String patient = post("Frank378").getEntry().stream()
                .map(entry -> entry.getResponse().getLocation().replaceAll("/_history/.*", ""))
                .filter(id -> id.startsWith("Patient/"))
                .findFirst()
                .orElseThrow();

        Bundle document = isSound(http.get(patient + "/$summary"));

        assertThat(sections(document))
                .extracting(SectionComponent::getTitle)
                .contains("Problems", "Immunizations", "Vital signs", "History of procedures");
        Queues.awaitThatTheChangesAreDistributed(http);
        assertThat(statements("Patient/marta/$summary")).isLessThan(30);
        assertThat(statements(patient + "/$summary")).isLessThan(45);
    }

    @Test
    void tellsScalesCoursesAndTrialsInTheWordsOfTheRules() {
        Bundle document = isSound(http.get("Patient/marta/$summary"));

        assertThat(text(document, "Rating scales")).contains("PHQ-9", "lower than the", "first ");
        assertThat(text(document, "Courses of TMS and ECT"))
                .contains("36 of 36 delivered", "completed", "remission", "% on 20");
        assertThat(text(document, "Treatment resistance and trials"))
                .contains("Treatment-resistant: yes (failed trials: 2)");
        assertThat(entries(document, "Courses of TMS and ECT"))
                .contains("Procedure/marta-course")
                .anyMatch(entry -> entry.startsWith("Observation/"));
        assertThat(entries(document, "Rating scales")).isNotEmpty();
    }

    @Test
    void activeFlagsAreAlertsAndTheActivePlanComesWithItsGoals() {
        Bundle document = isSound(http.get("Patient/harold/$summary"));

        assertThat(entries(document, "Alerts")).containsExactly("Flag/harold-flag-pacemaker");
        assertThat(entries(document, "Plan of care")).containsExactly("CarePlan/harold-care-plan");
        assertThat(entries(document, "Goals")).containsExactly("Goal/harold-goal");
    }

    @Test
    void isFoundByAnIdentifierOfOnePatient() {
        String value = "S-" + UUID.randomUUID();
        Patient patient = new Patient()
                .addIdentifier(new Identifier().setSystem("urn:test").setValue(value));
        String id = stored(patient);

        Bundle byGet = isSound(http.get("Patient/$summary?identifier=urn:test%7C" + value));
        Bundle byPost = isSound(http.post("Patient/$summary", asked("urn:test|" + value)));
        isSound(http.post(id + "/$summary", new Parameters()));

        assertThat(composition(byGet).getSubject().getReference()).isEqualTo(id);
        assertThat(composition(byPost).getSubject().getReference()).isEqualTo(id);

        stored(patient);
        Answer ambiguous = http.get("Patient/$summary?identifier=urn:test%7C" + value);
        assertThat(ambiguous.status()).isEqualTo(422);
        assertThat(ambiguous.outcome()).contains("More than one patient").doesNotContain(value);
    }

    @ParameterizedTest
    @CsvSource({
        "Patient/nobody/$summary, 404, Patient/nobody",
        "Patient/$summary, 400, Whose summary",
        "Patient/$summary?identifier=urn:x%7Cnone-such, 404, with this identifier",
        "Patient/$summary?identifier=urn:x%7C, 400, has no value",
        "Patient/marta/$summary?identifier=urn:x%7C1, 400, named twice",
        "Patient/marta/$summary?since=2026-01-01, 400, has no parameter since",
        "Patient/marta/$summary?profile=http://example.org/other, 422, Bundle-uv-ips",
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String why) {
        Answer answer = http.get(path);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.outcome()).contains(why);
    }

    @Test
    void writesNothing() {
        String before =
                http.get("Patient/marta/_history?_count=1&_summary=count").text();
        int stored = http.get("Composition?_summary=count").bundle().getTotal();

        Answer first = http.get("Patient/marta/$summary");

        assertThat(first.status()).isEqualTo(200);
        assertThat(http.get("Composition?_summary=count").bundle().getTotal()).isEqualTo(stored);
        assertThat(http.get("Patient/marta/_history?_count=1&_summary=count")
                        .text()
                        .length())
                .isEqualTo(before.length());
        assertThat(http.get("Device/trd-care-server").status()).isEqualTo(404);
    }

    /** Composition first, mandatory sections, readable text, nothing that points outside, and no error of the validator. */
    private Bundle isSound(Answer answer) {
        assertThat(answer.status()).as(answer.start()).isEqualTo(200);
        Bundle document = answer.bundle();
        assertThat(document.getType()).isEqualTo(BundleType.DOCUMENT);
        assertThat(composition(document).getTitle()).isEqualTo("Patient summary");
        assertThat(sections(document).stream()
                        .map(section -> section.getCode().getCodingFirstRep().getCode()))
                .containsAll(MANDATORY)
                .doesNotHaveDuplicates();
        assertThat(sections(document))
                .allMatch(SectionComponent::hasText)
                .allMatch(section -> section.hasEntry() != section.hasEmptyReason());
        Set<String> inside = document.getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(References::to)
                .collect(Collectors.toSet());
        document.getEntry().forEach(entry -> assertThat(References.within(entry.getResource()))
                .isSubsetOf(inside));
        Answer verdict = http.post("Bundle/$validate", answer.text());
        assertThat(verdict.text()).doesNotContainPattern("\"severity\":\\s*\"(error|fatal)\"");
        return document;
    }

    private static Composition composition(Bundle document) {
        return (Composition) document.getEntryFirstRep().getResource();
    }

    private static List<SectionComponent> sections(Bundle document) {
        return composition(document).getSection();
    }

    private static SectionComponent section(Bundle document, String title) {
        return sections(document).stream()
                .filter(section -> section.getTitle().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Bundle document, String title) {
        return section(document, title).getText().getDivAsString();
    }

    private static List<String> entries(Bundle document, String title) {
        return References.of(section(document, title).getEntry());
    }

    private static Parameters asked(String identifier) {
        return new Parameters().addParameter("identifier", identifier);
    }

    private String stored(Patient patient) {
        return "Patient/" + new IdType(http.post("Patient", patient).header("Location")).getIdPart();
    }

    private Bundle post(String name) {
        try (InputStream file =
                new GZIPInputStream(SummaryIT.class.getResourceAsStream("/synthea/" + name + ".json.gz"))) {
            Answer answer = http.post("", new String(file.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(answer.status()).as(answer.start()).isEqualTo(200);
            return answer.bundle();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The fewest of five: what the first request fills a cache with does not count. */
    private long statements(String question) {
        statistics.setStatisticsEnabled(true);
        try {
            long fewest = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                statistics.clear();
                assertThat(http.get(question).status()).isEqualTo(200);
                fewest = Math.min(fewest, statistics.getPrepareStatementCount());
            }
            return fewest;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
