package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.chart.Ours;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clinical question costs as many database statements about sixty sessions as about one. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsIT {
    private final Statistics statistics;
    private FhirHttp fhir;

    StatementsIT(@Autowired EntityManagerFactory entities) {
        this.statistics = entities.unwrap(SessionFactory.class).getStatistics();
    }

    @BeforeAll
    void storeAShortAndALongRecord(@LocalServerPort int port) {
        fhir = new FhirHttp(port);
        for (int sessions : new int[] {1, 60}) {
            FhirHttp.Answer stored = fhir.post("", record(sessions));
            assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        }
        Queues.awaitThatTheChangesAreDistributed(fhir);
        statistics.setStatisticsEnabled(true);
    }

    @AfterAll
    void stopCounting() {
        statistics.setStatisticsEnabled(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/counted-%d/$treatment-resistance",
                "Patient/counted-%d/$treatment-outcomes",
                "Patient/counted-%d/$tms-eligibility",
                "Patient/counted-%d/$tms-eligibility?packet=true",
                "Procedure/counted-%d-course/$course-summary",
                "CarePlan/counted-%d-plan/$progress"
            })
    void areAsManyForSixtySessionsAsForOne(String question) {
        long one = statements(question.formatted(1));
        long sixty = statements(question.formatted(60));
        assertThat(sixty).isEqualTo(one).isLessThan(20);
    }

    @Test
    void theTimelineTakesTwelveAtMost() {
        long one = statements("Patient/counted-1/$timeline");
        assertThat(statements("Patient/counted-60/$timeline")).isEqualTo(one).isLessThanOrEqualTo(12);
    }

    /** The page of the short record, of the long one, and of both. */
    @Test
    void thePageOfTheClinicTakesAsManyForOnePatientAsForTwo() {
        String page = "Procedure/$caseload?asOf=2026-01-02&status=in-progress";
        long one = statements(page + "&_count=1");
        assertThat(statements(page + "&_count=1&_offset=1")).isEqualTo(one).isLessThan(20);
        assertThat(statements(page + "&_count=200")).isEqualTo(one);
    }

    /** The fewest of five: what the first request fills a cache with does not count, nor what a worker asks meanwhile. */
    private long statements(String question) {
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            statistics.clear();
            FhirHttp.Answer answer = fhir.get(question);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            fewest = Math.min(fewest, statistics.getPrepareStatementCount());
        }
        return fewest;
    }

    /** Each record with tags, profiles and a source of its own, which HAPI keeps in tables beside the resource. */
    private static Bundle record(int sessions) {
        String id = "counted-" + sessions;
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(bundle, id, new Patient());
        add(bundle, id + "-doctor", new Practitioner());
        add(bundle, id + "-course", procedure(id, "tms-course", 1));
        add(bundle, id + "-plan", plan(id));
        for (int day = 1; day <= sessions; day++) {
            Procedure session = procedure(id, "tms-session", day);
            session.addPartOf(new Reference("Procedure/" + id + "-course"));
            session.addExtension(Ours.definition("session-number"), new PositiveIntType(day));
            add(bundle, id + "-session-" + day, session);
            add(bundle, id + "-score-" + day, score(id, day));
            add(bundle, id + "-screen-" + day, screen(id, day));
        }
        return bundle;
    }

    private static CarePlan plan(String patient) {
        CarePlan plan = new CarePlan()
                .setStatus(CarePlan.CarePlanStatus.ACTIVE)
                .setIntent(CarePlan.CarePlanIntent.PLAN)
                .setSubject(new Reference("Patient/" + patient));
        plan.getPeriod().setStartElement(day(1));
        return plan;
    }

    private static Procedure procedure(String patient, String code, int day) {
        Procedure procedure = new Procedure()
                .setStatus(ProcedureStatus.COMPLETED)
                .setCode(new CodeableConcept(new Coding(Ours.TMS, code, null)))
                .setSubject(new Reference("Patient/" + patient))
                .setPerformed(day(day));
        procedure.addPerformer().setActor(new Reference("Practitioner/" + patient + "-doctor"));
        return procedure;
    }

    private static Observation score(String patient, int day) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding("http://loinc.org", "44261-6", null)))
                .setSubject(new Reference("Patient/" + patient))
                .setEffective(day(day))
                .setValue(new org.hl7.fhir.r4.model.Quantity(20).setUnit("{score}"));
    }

    /** It is evidence of eligibility, so that the packet grows with the record. */
    private static QuestionnaireResponse screen(String patient, int day) {
        return new QuestionnaireResponse()
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setQuestionnaire(Ours.BASE + "/Questionnaire/tms-safety-screen")
                .setSubject(new Reference("Patient/" + patient))
                .setAuthor(new Reference("Practitioner/" + patient + "-doctor"))
                .setAuthoredElement(day(day));
    }

    private static DateTimeType day(int day) {
        return new DateTimeType(java.time.LocalDate.of(2026, 1, 1).plusDays(day).toString());
    }

    private static void add(Bundle bundle, String id, DomainResource resource) {
        resource.setId(id);
        resource.getMeta()
                .setSource("https://ehr.example.org/" + id)
                .addProfile("https://ehr.example.org/StructureDefinition/" + id)
                .addTag("https://ehr.example.org", id, null);
        bundle.addEntry()
                .setResource((Resource) resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + id);
    }
}
