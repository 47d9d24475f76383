package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each role uses exists: search parameters of R4 or of ours, profiles on their type, operations on theirs. */
class CapabilitiesTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final String BASE = "https://trd-care.github.io/fhir/";

    static List<CapabilityStatement> roles() {
        return Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("CapabilityStatement-"))
                .map(file -> FHIR.newJsonParser()
                        .parseResource(CapabilityStatement.class, file.json().toString()))
                .toList();
    }

    @Test
    void thereIsOneForEachRole() {
        assertThat(roles())
                .extracting(role -> role.getIdElement().getIdPart())
                .containsExactlyInAnyOrder("clinic-system", "ehr", "patient-app", "researcher");
    }

    @Test
    void everyProfileAndEveryOperationOfOursIsUsedBySomeRole() {
        String used = roles().stream()
                .map(role -> FHIR.newJsonParser().encodeResourceToString(role))
                .reduce("", String::concat);
        assertThat(Compiled.definitions()).allSatisfy(file -> {
            String url = file.json().path("url").asText();
            boolean profile = file.name().startsWith("StructureDefinition-")
                    && !file.json().path("type").asText().equals("Extension");
            if (profile || file.name().startsWith("OperationDefinition-")) {
                assertThat(used).contains('"' + url + '"');
            }
        });
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everySearchParameterExists(CapabilityStatement role) {
        assertThat(role.getRestFirstRep().getResource()).allSatisfy(resource -> assertThat(resource.getSearchParam())
                .allSatisfy(parameter -> assertThat(typeOf(resource, parameter))
                        .isEqualTo(parameter.getType().toCode())));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyProfileIsOfItsType(CapabilityStatement role) {
        assertThat(role.getRestFirstRep().getResource())
                .allSatisfy(resource -> assertThat(resource.getSupportedProfile())
                        .allSatisfy(profile ->
                                assertThat(ours(profile.getValue(), "type")).isEqualTo(resource.getType())));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void everyOperationOfOursIsOnItsType(CapabilityStatement role) {
        assertThat(role.getRestFirstRep().getResource()).allSatisfy(resource -> assertThat(
                        resource.getOperation().stream()
                                .filter(operation -> operation.getDefinition().startsWith(BASE)))
                .allSatisfy(operation -> {
                    assertThat(ours(operation.getDefinition(), "code")).isEqualTo(operation.getName());
                    assertThat(ours(operation.getDefinition(), "resource")).isEqualTo(resource.getType());
                }));
    }

    private static String typeOf(
            CapabilityStatementRestResourceComponent resource,
            CapabilityStatementRestResourceSearchParamComponent parameter) {
        if (parameter.hasDefinition()) {
            return ours(parameter.getDefinition(), "type");
        }
        if (parameter.getName().equals("_lastUpdated")) {
            return "date";
        }
        RuntimeSearchParam held = FHIR.getResourceDefinition(resource.getType()).getSearchParam(parameter.getName());
        assertThat(held).as(resource.getType() + "?" + parameter.getName()).isNotNull();
        return held.getParamType().getCode();
    }

    private static String ours(String url, String element) {
        var value =
                Compiled.named(url.replace(BASE, "").replace('/', '-')).json().path(element);
        return value.isArray() ? value.path(0).asText() : value.asText();
    }
}
