package io.github.trdcare.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.context.support.ValueSetExpansionOptions;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shape of each resource type: what is just right stands beside what is just wrong. */
class BaseStructureTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final DefaultProfileValidationSupport DEFINITIONS = new DefaultProfileValidationSupport(R4);
    private static final ValidationSupportChain TERMINOLOGY = new ValidationSupportChain(
            DEFINITIONS,
            new CommonCodeSystemsTerminologyService(R4),
            new InMemoryTerminologyServerValidationSupport(R4));
    private static final BaseStructure STRUCTURE =
            new BaseStructure(R4, DEFINITIONS.fetchAllStructureDefinitions(), BaseStructureTest::expanded);

    private static final String CLINICAL = "\"system\":\"http://terminology.hl7.org/CodeSystem/condition-clinical\"";

    static Stream<Arguments> resources() {
        return Stream.of(
                // Mandatory elements: there, not there, twice, in a block, in a data type, in a contained resource.
                arguments("'resourceType':'Observation','status':'final','code':{'text':'x'}", ""),
                arguments("'resourceType':'Observation','status':'final'", "Observation.code"),
                arguments("'resourceType':'Observation','code':{'text':'x'}", "Observation.status"),
                arguments("'resourceType':'Observation','valueInteger':1", "Observation.status Observation.code"),
                arguments(observation("'component':[{'code':{'text':'x'}}]"), ""),
                arguments(
                        observation("'component':[{'code':{'text':'x'}},{'valueInteger':1}]"),
                        "Observation.component[1].code"),
                arguments("'resourceType':'Patient','link':[{'type':'refer'}]", "Patient.link[0].other"),
                arguments("'resourceType':'Patient','extension':[{'valueInteger':1}]", "Patient.extension[0].url"),
                arguments(
                        observation("'contained':[{'resourceType':'Condition','id':'c'}]"),
                        "Observation.contained[0].subject"),
                // Narratives: formatting, links and images; nothing that runs.
                arguments(narrated("<h1>x</h1><table><tr><td style=\\'a\\'>x</td></tr></table><b/>"), ""),
                arguments(narrated("<a href=\\'https://example.org\\'>x</a><a href=\\'Patient/1\\'>x</a>"), ""),
                arguments(narrated("<img src=\\'data:image/png;base64,AA\\'/>"), ""),
                arguments(narrated("<p><script>x()</script></p>"), "Patient.text.div"),
                arguments(narrated("<p><form/></p>"), "Patient.text.div"),
                arguments(narrated("<p onload=\\'x()\\'/>"), "Patient.text.div"),
                arguments(narrated("<a href=\\' JavaScript:x()\\'>x</a>"), "Patient.text.div"),
                // A mandatory element may say why it has no value.
                arguments(
                        "'resourceType':'Observation','code':{'text':'x'},'_status':{'extension':[{'url':"
                                + "'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}",
                        ""),
                // Codes of required bindings: in the set, in none, in another system, only words.
                arguments(condition("'coding':[{SYSTEM,'code':'active'}]"), ""),
                arguments(condition("'coding':[{SYSTEM,'code':'recurrence'}]"), ""),
                arguments(condition("'coding':[{'system':'http://a.org','code':'1'},{SYSTEM,'code':'remission'}]"), ""),
                arguments(condition("'coding':[{SYSTEM,'code':'asleep'}]"), "Condition.clinicalStatus"),
                arguments(
                        condition("'coding':[{'system':'http://a.org','code':'active'}]"), "Condition.clinicalStatus"),
                arguments(condition("'text':'active'"), "Condition.clinicalStatus"),
                arguments(invoice("EUR"), ""),
                arguments(invoice("XXQ"), "Invoice.totalNet.currency"),
                // Types of references: allowed, not allowed, not told, elsewhere, one of any type.
                arguments(observation("'subject':{'reference':'Patient/1'}"), ""),
                arguments(observation("'subject':{'reference':'Practitioner/1'}"), "Observation.subject"),
                arguments(observation("'subject':{'reference':'urn:uuid:0d9cf4d1-8f6b-4d0a-9b2e-6c7f6b4f0001'}"), ""),
                arguments(observation("'subject':{'reference':'http://a.org/fhir/Device/1'}"), ""),
                arguments(observation("'subject':{'reference':'http://a.org/Person/1'}"), "Observation.subject"),
                arguments(observation("'focus':[{'reference':'Medication/1'}]"), ""),
                arguments(
                        observation("'note':[{'text':'x','authorReference':{'reference':'Medication/1'}}]"),
                        "Observation.note[0].author"),
                // Dates, instants and addresses.
                arguments(observation("'effectiveDateTime':'2024-02-29'"), ""),
                arguments(observation("'effectiveDateTime':'2024-02-29T10:00:00Z'"), ""),
                arguments(observation("'effectiveDateTime':'2024-02-29T10:00:00-05:00'"), ""),
                arguments(observation("'effectiveDateTime':'2024-02-29T10:00:00'"), "Observation.effective"),
                arguments(observation("'issued':'2024-02-29T10:00:00.000Z'"), ""),
                arguments(observation("'issued':'2024-02-29'"), "Observation.issued"),
                arguments(observation("'implicitRules':'http://a.org/rules'"), ""),
                arguments(observation("'implicitRules':'http://a.org/my rules'"), "Observation.implicitRules"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void namesEveryPlaceThatIsWrongAndNoOther(String json, String places) {
        String body = "{" + json.replace("SYSTEM", CLINICAL).replace('\'', '"') + "}";
        assertThat(STRUCTURE.findings(R4.newJsonParser().parseResource(body)))
                .extracting(Finding::expression)
                .containsExactlyInAnyOrder(places.isEmpty() ? new String[0] : places.split(" "));
    }

    private static String narrated(String content) {
        return "'resourceType':'Patient','text':{'status':'generated','div':'<div xmlns=\\'http://www.w3.org/1999/xhtml\\'>"
                + content + "</div>'}";
    }

    private static String observation(String more) {
        return "'resourceType':'Observation','status':'final','code':{'text':'x'}," + more;
    }

    private static String condition(String clinicalStatus) {
        return "'resourceType':'Condition','subject':{'reference':'Patient/1'},'clinicalStatus':{" + clinicalStatus
                + "}";
    }

    private static String invoice(String currency) {
        return "'resourceType':'Invoice','status':'draft','totalNet':{'value':1,'currency':'" + currency + "'}";
    }

    private static Optional<ValueSet> expanded(String url) {
        return Optional.ofNullable(TERMINOLOGY.expandValueSet(
                        new ValidationSupportContext(TERMINOLOGY), new ValueSetExpansionOptions(), url))
                .map(outcome -> (ValueSet) outcome.getValueSet());
    }
}
