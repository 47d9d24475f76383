package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** {@code /fhir/metadata} is true: all that it lists works, and what it does not list is refused. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetadataIT {
    /** Answers of a server that does not know what it is asked, or fails at it. */
    private static final Set<Integer> UNKNOWN = Set.of(404, 405, 500, 501);

    @LocalServerPort
    private int port;

    private FhirHttp http;
    private CapabilityStatementRestComponent rest;
    private CapabilityStatement statement;

    @BeforeAll
    void read() {
        http = new FhirHttp(port);
        statement = http.get("metadata").as(CapabilityStatement.class);
        rest = statement.getRestFirstRep();
    }

    @Test
    void namesEveryResourceTypeOfR4() {
        Set<String> listed = rest.getResource().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all =
                Stream.of(ResourceType.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).isEqualTo(all);
    }

    @Test
    void namesTheProfilesThatItHolds() {
        assertThat(rest.getResource().stream()
                        .filter(resource -> resource.getType().equals("Procedure"))
                        .flatMap(resource -> resource.getSupportedProfile().stream())
                        .map(CanonicalType::getValue))
                .contains(
                        "https://trd-care.github.io/fhir/StructureDefinition/tms-session",
                        "https://trd-care.github.io/fhir/StructureDefinition/tms-course");
    }

    @TestFactory
    Stream<DynamicTest> servesEveryInteractionItLists() {
        return rest.getResource().stream().flatMap(type -> type.getInteraction().stream()
                .map(interaction -> DynamicTest.dynamicTest(
                        type.getType() + " " + interaction.getCode().toCode(),
                        () -> serve(type.getType(), interaction.getCode()))));
    }

    private void serve(String type, TypeRestfulInteraction interaction) {
        String absent = type + "/never-was-here";
        String other = "{\"resourceType\":\"" + (type.equals("Basic") ? "Patient" : "Basic") + "\"}";
        Answer answer =
                switch (interaction) {
                    case READ -> http.get(absent);
                    case VREAD -> http.get(absent + "/_history/1");
                    case HISTORYINSTANCE -> http.get(absent + "/_history");
                    case HISTORYTYPE -> http.get(type + "/_history?_count=1");
                    case SEARCHTYPE -> http.get(type + "?_count=1");
                    case DELETE -> http.delete(absent);
                    // The door is open when it says what is wrong with what is brought.
                    case CREATE -> http.post(type, other);
                    case UPDATE ->
                        http.send(
                                "PUT",
                                absent,
                                other.getBytes(StandardCharsets.UTF_8),
                                "Content-Type",
                                "application/fhir+json");
                    case PATCH -> http.patch(absent, "[]", "Content-Type", "application/json-patch+json");
                    default -> throw new AssertionError("No way to try " + interaction);
                };
        List<Integer> right =
                switch (interaction) {
                    case HISTORYTYPE, SEARCHTYPE -> List.of(200);
                    case DELETE -> List.of(200, 204, 404);
                    case CREATE, UPDATE -> List.of(400, 422);
                    default -> List.of(404);
                };
        assertThat(answer.status()).as(answer.text()).isIn(right);
        if (answer.status() == 404) {
            assertThat(answer.outcome()).contains("never-was-here");
        }
    }

    @TestFactory
    Stream<DynamicTest> searchesByEveryParameterItLists() {
        return rest.getResource().stream().flatMap(type -> type.getSearchParam().stream()
                .map(parameter -> DynamicTest.dynamicTest(
                        type.getType() + "?" + parameter.getName(), () -> search(type.getType(), parameter))));
    }

    private void search(String type, CapabilityStatementRestResourceSearchParamComponent parameter) {
        String query = parameter.getName().equals("_has")
                ? "_has:Provenance:target:_id=nothing-like-it"
                : parameter.getName() + "=" + sample(parameter);
        Answer answer = http.get(type + "?" + query + "&_count=1");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static String sample(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getName()) {
            case "_filter" -> "_id%20eq%20%22x%22";
            case "near" -> "42.3%7C-71.1%7C10%7Ckm";
            default ->
                parameter.getType() == SearchParamType.COMPOSITE
                        ? "a$" + half(parameter.getName())
                        : sample(parameter.getType());
        };
    }

    /** A pair's second half, of the type that its name tells. */
    private static String half(String pair) {
        if (pair.endsWith("quantity")) {
            return "5";
        }
        return pair.endsWith("date") ? "2026-06-01" : "b";
    }

    private static String sample(SearchParamType type) {
        return switch (type) {
            case NUMBER -> "1";
            case DATE -> "2026-06-01";
            case QUANTITY -> "5.4%7Chttp://unitsofmeasure.org%7Cmg";
            case REFERENCE -> "Patient/marta";
            case URI -> "http://example.org/nowhere";
            default -> "nothing-like-it";
        };
    }

    @TestFactory
    Stream<DynamicTest> includesAlongEveryPathItLists() {
        return rest.getResource().stream()
                .map(type -> DynamicTest.dynamicTest(type.getType(), () -> {
                    String paths = Stream.concat(
                                    type.getSearchInclude().stream().map(path -> "&_include=" + path.getValue()),
                                    type.getSearchRevInclude().stream().map(path -> "&_revinclude=" + path.getValue()))
                            .collect(Collectors.joining());
                    Answer answer = http.send(
                            "POST",
                            type.getType() + "/_search",
                            ("_id=never-was-here" + paths).getBytes(StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/x-www-form-urlencoded");
                    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                }));
    }

    @TestFactory
    Stream<DynamicTest> answersEveryOperationItLists() {
        Stream<DynamicTest> ofServer =
                rest.getOperation().stream().map(operation -> operation("", operation.getName()));
        Stream<DynamicTest> ofTypes = rest.getResource().stream().flatMap(type -> type.getOperation().stream()
                .map(operation -> operation(type.getType() + "/", operation.getName())));
        return Stream.concat(ofServer, ofTypes);
    }

    /** Asked of the type and of an instance, by GET and by POST: one of them is its door. */
    private DynamicTest operation(String place, String name) {
        return DynamicTest.dynamicTest(place + "$" + name, () -> {
            String parameters = "{\"resourceType\":\"Parameters\"}";
            String instance = place.isEmpty() ? "" : place + "never-was-here/";
            List<Answer> answers = List.of(
                    http.get(place + "$" + name),
                    http.post(place + "$" + name, parameters),
                    http.get(instance + "$" + name),
                    http.post(instance + "$" + name, parameters));
            assertThat(answers)
                    .as(answers.get(0).text())
                    .noneMatch(answer -> answer.status() >= 500)
                    .anyMatch(answer ->
                            !UNKNOWN.contains(answer.status()) || answer.text().contains("never-was-here"));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Patient/$no-such-operation",
        "GET, $no-such-operation",
        "POST, Procedure/marta-course/$no-such-operation",
        "GET, Patient?no-such-parameter=x",
        "GET, Patient?name:no-such-modifier=x",
        "GET, Patient?_include=Patient:no-such-parameter",
        "GET, Patient?_sort=no-such-parameter",
        "GET, NoSuchType",
        "GET, NoSuchType/1",
        "GET, Parameters/1",
        "POST, Parameters",
        "PUT, Patient",
        "PATCH, Patient",
        "POST, Patient/marta",
        "DELETE, Patient",
        "POST, metadata",
        "GET, Patient/marta/no-such-place",
        "GET, Patient/marta/_history/not-a-version",
    })
    void refusesWhatItDoesNotList(String method, String path) {
        byte[] body = method.equals("GET") || method.equals("DELETE") ? new byte[0] : "{}".getBytes();
        Answer answer = http.send(method, path, body, "Content-Type", "application/fhir+json");
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.outcome()).isNotBlank();
    }

    @Test
    void refusesAFormatThatItDoesNotList() {
        assertThat(statement.getFormat().stream().map(format -> format.getValue()))
                .doesNotContain("application/x-turtle");
        Answer answer = http.get("Patient/marta?_format=ttl");
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
    }
}
