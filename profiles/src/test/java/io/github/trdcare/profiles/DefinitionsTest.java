package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide defines beside its profiles is valid itself, and names itself by one scheme. */
class DefinitionsTest {

    private static final String BASE = "https://trd-care.github.io/fhir/";
    private static final Pattern ADDRESS = Pattern.compile(BASE + "[A-Z]\\w+/[a-z0-9-]+");

    static List<Compiled> definitions() {
        return Compiled.definitions();
    }

    /**
     * Structure definitions are judged by the snapshots that come out of them and by their examples, topics by what the
     * R5 model reads out of them, since the R4 validator knows no extension of R5.
     */
    static List<Compiled> validatedAsTheyStand() {
        return definitions().stream()
                .filter(file ->
                        !Set.of("StructureDefinition", "SubscriptionTopic").contains(type(file)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("validatedAsTheyStand")
    void definitionIsValid(Compiled definition) {
        assertThat(GuideValidator.INSTANCE.errors(definition.json().toString())).isEmpty();
    }

    @Test
    void everyUrlIsBaseTypeAndId() {
        assertThat(definitions()).allSatisfy(file -> assertThat(url(file))
                .isEqualTo(BASE + type(file) + "/" + file.json().path("id").asText()));
    }

    @Test
    void everyAddressOfOursLeadsToADefinition() {
        Set<String> held = definitions().stream().map(DefinitionsTest::url).collect(Collectors.toSet());
        assertThat(Compiled.all()).allSatisfy(file -> assertThat(held).containsAll(addresses(file)));
    }

    @Test
    void everyOperationOfTheServerIsDefined() {
        List<String> codes = definitions().stream()
                .filter(file -> type(file).equals("OperationDefinition"))
                .map(file -> file.json().path("resource").path(0).asText() + "/$"
                        + file.json().path("code").asText())
                .toList();
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "PlanDefinition/$instantiate",
                        "Patient/$treatment-resistance",
                        "Patient/$treatment-outcomes",
                        "Patient/$tms-eligibility",
                        "Patient/$timeline",
                        "Procedure/$course-summary",
                        "Procedure/$caseload",
                        "CarePlan/$progress",
                        "CarePlan/$care-plan-document",
                        "Subscription/$replay",
                        "/$import");
    }

    @Test
    void everyDefinitionSaysWhatItIs() {
        assertThat(definitions())
                .allSatisfy(file -> assertThat(said(file, "description")).isNotBlank());
    }

    private static Set<String> addresses(Compiled file) {
        return ADDRESS.matcher(file.json().toString())
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String url(Compiled file) {
        return said(file, "url");
    }

    /** R4 has no topics: a Basic says in extensions what it is. */
    private static String said(Compiled file, String element) {
        if (file.json().has(element)) {
            return file.json().path(element).asText();
        }
        for (JsonNode extension : file.json().path("extension")) {
            if (extension.path("url").asText().endsWith("SubscriptionTopic." + element)) {
                return extension
                        .findPath(element.equals("url") ? "valueUri" : "valueMarkdown")
                        .asText();
            }
        }
        return "";
    }

    private static String type(Compiled file) {
        String type = file.json().path("resourceType").asText();
        return type.equals("Basic") ? file.json().at("/code/coding/0/code").asText() : type;
    }
}
