package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A search parameter that finds nothing in any example has a wrong expression. */
class SearchParametersTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    static List<Compiled> parameters() {
        return Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("SearchParameter-"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("parameters")
    void expressionFindsSomethingInAnExample(Compiled parameter) {
        IFhirPath fhirPath = FHIR.newFhirPath();
        String expression = parameter.json().path("expression").asText();
        assertThat(examples()).anyMatch(example -> !fhirPath.evaluate(example, expression, IBase.class)
                .isEmpty());
    }

    private static List<IBaseResource> examples() {
        return Compiled.examples().stream()
                .map(file -> FHIR.newJsonParser().parseResource(file.json().toString()))
                .toList();
    }
}
