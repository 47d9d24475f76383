package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/** However a client cuts an answer into pages, it reads the same. */
class PagingIT {
    /** Small, so that the longest answers are read on from the store more than once. */
    private static final int LARGEST_PAGE = 50;

    private static ServerJar server;
    private static FhirHttp http;

    @BeforeContainer
    static void start() throws IOException {
        server = JarDatabase.prepared().start("--trd.demo=true", "--trd.limits.page-size=" + LARGEST_PAGE);
        http = server.http();
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 15)
    void theClinicsPageSaysTheSameInPagesOfAnySizes(
            @ForAll("questions") String question, @ForAll("cuts") List<Integer> sizes) {
        List<String> whole = lines(question + "&_count=" + LARGEST_PAGE);
        List<String> paged = new ArrayList<>();
        for (int i = 0; paged.size() < whole.size(); i++) {
            int size = sizes.get(i % sizes.size());
            List<String> page = lines(question + "&_count=" + size + "&_offset=" + paged.size());
            assertThat(page).hasSize(Math.min(size, whole.size() - paged.size()));
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(whole);
        assertThat(lines(question + "&_offset=" + whole.size())).isEmpty();
    }

    @Property(tries = 10)
    void aPatientsWholeRecordIsTheSameInPagesOfAnySize(
            @ForAll("patients") String patient, @ForAll @IntRange(min = 7, max = LARGEST_PAGE) int size) {
        List<String> paged = references("Patient/" + patient + "/$everything?_count=" + size);
        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged)
                .containsExactlyInAnyOrderElementsOf(
                        references("Patient/" + patient + "/$everything?_count=" + LARGEST_PAGE));
    }

    @Property(tries = 10)
    void aSearchFindsTheSameInPagesOfAnySize(
            @ForAll("searches") String search, @ForAll @IntRange(min = 3, max = LARGEST_PAGE) int size) {
        List<String> whole = references(search + "&_count=" + LARGEST_PAGE);
        assertThat(whole).doesNotHaveDuplicates().hasSize(total(search));
        List<String> paged = references(search + "&_count=" + size);
        assertThat(paged).containsExactlyInAnyOrderElementsOf(whole);
        assertThat(!search.contains("_sort") || paged.equals(whole))
                .as("in order")
                .isTrue();
    }

    @Provide
    Arbitrary<String> questions() {
        return Arbitraries.of(
                "asOf=2026-06-10",
                "asOf=2026-03-02",
                "asOf=2026-06-10&status=completed",
                "asOf=2026-06-10&status=in-progress",
                "asOf=2026-06-10&organization=marta-clinic");
    }

    @Provide
    Arbitrary<List<Integer>> cuts() {
        return Arbitraries.integers().between(1, 9).list().ofMinSize(1).ofMaxSize(5);
    }

    @Provide
    Arbitrary<String> patients() {
        return Arbitraries.of("marta", "lucia", "elena", "yusuf");
    }

    @Provide
    Arbitrary<String> searches() {
        return Arbitraries.of(
                "Procedure?part-of=Procedure/marta-course&_sort=date,_id",
                "Observation?subject=Patient/marta&_sort=-date,_id",
                "Observation?status=final&_sort=_id",
                "Observation?status=final",
                "Goal?_sort=_id",
                "Task?_sort=_id");
    }

    private static List<String> lines(String question) {
        Parameters answer = http.get("Procedure/$caseload?" + question).as(Parameters.class);
        return answer.getParameter().stream()
                .filter(part -> part.getName().equals("course"))
                .map(PagingIT::text)
                .toList();
    }

    private static int total(String search) {
        return http.get(search.replaceFirst("&?_sort=.*", "") + "&_summary=count")
                .bundle()
                .getTotal();
    }

    private static String text(ParametersParameterComponent course) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(new Parameters().addParameter(course));
    }

    private static List<String> references(String address) {
        List<String> references = new ArrayList<>();
        for (String page = address; page != null; page = next(page, references)) {
            assertThat(references).hasSizeLessThan(5000);
        }
        return references;
    }

    private static String next(String page, List<String> references) {
        Bundle found = http.get(page).bundle();
        found.getEntry()
                .forEach(entry -> references.add(entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue()));
        BundleLinkComponent next = found.getLink("next");
        return next == null ? null : next.getUrl();
    }
}
