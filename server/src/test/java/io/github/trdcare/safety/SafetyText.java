package io.github.trdcare.safety;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.chart.Chart;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** Records of safety in a few words, for tables of tests. */
final class SafetyText {
    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    static final String TRD = "https://trd-care.github.io/fhir/CodeSystem/trd-codes";
    static final String OURS = "https://trd-care.github.io/fhir/StructureDefinition/";
    static final String ALERT = "https://trd-care.github.io/fhir/sid/safety-alert";

    private SafetyText() {}

    static Flag flag(String id, String code, String status, String detail, Instant start) {
        return (Flag) read("{'resourceType':'Flag','id':'" + id + "','status':'" + status
                + "','identifier':[{'system':'" + ALERT + "','value':'" + detail + "'}],'code':{'coding':[{'system':'"
                + TRD + "','code':'" + code + "'}]},'subject':{'reference':'Patient/1'},'period':{'start':'" + start
                + "'},'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/flag-detail','valueReference':"
                + "{'reference':'" + detail + "'}}]}");
    }

    static Task task(String id, String flag, String status, String priority, Instant end) {
        return (Task) read("{'resourceType':'Task','id':'" + id + "','status':'" + status
                + "','intent':'order','priority':'" + priority + "','code':{'coding':[{'system':'" + TRD
                + "','code':'acknowledge-safety-alert'}]},'focus':{'reference':'Flag/" + flag
                + "'},'for':{'reference':'Patient/1'},'restriction':{'period':{'end':'" + end + "'}}}");
    }

    /** The whole screener: behaviour no, and the given questions yes. */
    static QuestionnaireResponse screener(String id, Instant authored, String... yes) {
        StringBuilder items = new StringBuilder();
        for (String question : List.of("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3")) {
            items.append(items.isEmpty() ? "" : ",")
                    .append("{'linkId':'" + question + "','answer':[{'valueBoolean':"
                            + List.of(yes).contains(question) + "}]}");
        }
        return (QuestionnaireResponse) read("{'resourceType':'QuestionnaireResponse','id':'" + id
                + "','status':'completed','subject':{'reference':'Patient/1'},'authored':'" + authored + "','item':["
                + items + "]}");
    }

    static MedicationAdministration dose(String status, Instant given, String parts) {
        return (MedicationAdministration) read("{'resourceType':'MedicationAdministration','id':'d','status':'" + status
                + "','subject':{'reference':'Patient/1'},'request':{'reference':'MedicationRequest/r'},'extension':["
                + parts + "],'medicationCodeableConcept':{'coding':[{'system':'" + TRD
                + "','code':'esketamine-nasal'}]},'effectiveDateTime':'" + given + "'}");
    }

    static String observed(String parts) {
        return "{'url':'" + OURS + "ketamine-observation','extension':[" + parts + "]}";
    }

    static Observation pressure(String id, Instant taken, int systolic, int diastolic) {
        return (Observation) read("{'resourceType':'Observation','id':'" + id
                + "','status':'final','partOf':[{'reference':'MedicationAdministration/d'}],'code':{'coding':[{'system':"
                + "'http://loinc.org','code':'85354-9'}]},'subject':{'reference':'Patient/1'},'effectiveDateTime':'"
                + taken + "','component':[" + part("8480-6", systolic) + "," + part("8462-4", diastolic) + "]}");
    }

    static Observation watched(String code) {
        return (Observation) read("{'resourceType':'Observation','id':'" + code
                + "','status':'final','partOf':[{'reference':'MedicationAdministration/d'}],'code':{'coding':[{'system':'"
                + TRD + "','code':'" + code + "'}]},'subject':{'reference':'Patient/1'}}");
    }

    static Chart chart(Instant asOf, Resource... resources) {
        return Chart.of(List.of(resources), asOf, ZoneOffset.UTC);
    }

    static DomainResource read(String json) {
        return (DomainResource) FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"'));
    }

    private static String part(String code, int value) {
        return "{'code':{'coding':[{'system':'http://loinc.org','code':'" + code
                + "'}]},'valueQuantity':{'value':" + value
                + ",'unit':'mmHg','system':'http://unitsofmeasure.org','code':'mm[Hg]'}}";
    }
}
