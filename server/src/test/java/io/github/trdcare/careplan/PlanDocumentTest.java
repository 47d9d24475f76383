package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import io.github.trdcare.StoryRecord;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.io.File;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanDocumentTest {
    private static final PlanDocument DOCUMENT = new PlanDocument(PatientText.KNOWLEDGE);
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    static Stream<String> stories() {
        return Stream.of(new File("../examples/stories").list()).sorted();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void everyPlanOfAStoryIsToldInEightSections(String story) {
        List<Resource> record = StoryRecord.of(story);
        for (CarePlan plan : all(record, CarePlan.class)) {
            Composition composition = composition(plan, record);

            assertThat(composition.getSection()).hasSize(8).allMatch(section -> section.hasText());
            assertThat(composition.hasAuthor()).isTrue();
        }
    }

    @Test
    void theSummaryTellsTheResistance() {
        List<Resource> record = StoryRecord.of("01-remission-on-10hz");

        String summary = text(composition(all(record, CarePlan.class).get(0), record), 0);

        assertThat(summary).contains("Marta", "Treatment-resistant: yes (failed trials: 2)", "Thase-Rush stage: II");
    }

    @Test
    void whatIsOnRecordIsTextAndNeverMarkup() {
        List<Resource> record = StoryRecord.of("01-remission-on-10hz");
        all(record, Goal.class).get(0).getDescription().setText("<script>alert('&')</script> \u0001");

        String goals = text(composition(all(record, CarePlan.class).get(0), record), 1);

        assertThat(goals)
                .contains("&lt;script&gt;alert('&amp;')&lt;/script&gt;")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-20, false", "2026-11-20, true"})
    void aDocumentAsOfADayKnowsNothingLater(String day, boolean courseKnown) {
        List<Resource> record = StoryRecord.of("01-remission-on-10hz");
        CarePlan plan = all(record, CarePlan.class).get(0);
        Chart chart = PatientText.chartOf(record, day);

        Composition composition = (Composition) DOCUMENT.of(plan, chart, NOW, "http://here/fhir", resolved(record))
                .getEntryFirstRep()
                .getResource();

        assertThat(References.of(composition.getSection().get(3).getEntry()).contains("Procedure/marta-course"))
                .isEqualTo(courseKnown);
    }

    private static Composition composition(CarePlan plan, List<Resource> record) {
        Chart chart = Chart.of(record, NOW, ZoneId.of("UTC"));
        Bundle document = DOCUMENT.of(plan, chart, NOW, "http://here/fhir", resolved(record));
        assertThat(document.getIdentifier().getValue()).startsWith("urn:uuid:");
        assertThat(document.hasTimestamp()).isTrue();
        return (Composition) document.getEntryFirstRep().getResource();
    }

    private static String text(Composition composition, int section) {
        return composition.getSection().get(section).getText().getDivAsString();
    }

    private static Function<String, Optional<Resource>> resolved(List<Resource> record) {
        Map<String, Resource> known =
                record.stream().collect(Collectors.toMap(References::to, each -> each, (first, later) -> later));
        return reference -> Optional.ofNullable(known.get(reference));
    }

    private static <R extends Resource> List<R> all(List<Resource> record, Class<R> type) {
        return record.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
