package io.github.trdcare.examples;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** Which profile of US Core 6.1.0 a resource has as its counterpart, if any. */
final class UsCore {

    private static final String BASE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-";

    private UsCore() {}

    static Optional<String> counterpart(Resource resource) {
        return Optional.ofNullable(name(resource)).map(BASE::concat);
    }

    private static String name(Resource resource) {
        return switch (resource.fhirType()) {
            case "Patient" -> "patient";
            case "Practitioner" -> "practitioner";
            case "PractitionerRole" -> "practitionerrole";
            case "Organization" -> "organization";
            case "Location" -> "location";
            case "RelatedPerson" -> "relatedperson";
            case "Encounter" -> "encounter";
            case "Condition" -> condition((Condition) resource);
            case "Observation" -> observation((Observation) resource);
            case "Procedure" -> "procedure";
            case "MedicationRequest" -> "medicationrequest";
            case "MedicationDispense" -> "medicationdispense";
            case "CarePlan" -> "careplan";
            case "CareTeam" -> "careteam";
            case "Goal" -> "goal";
            case "ServiceRequest" -> "servicerequest";
            case "QuestionnaireResponse" -> "questionnaireresponse";
            case "Provenance" -> "provenance";
            case "AllergyIntolerance" -> "allergyintolerance";
            case "Immunization" -> "immunization";
            case "DocumentReference" -> "documentreference";
            case "Coverage" -> "coverage";
            case "Specimen" -> "specimen";
            case "Device" -> ((Device) resource).hasUdiCarrier() ? "implantable-device" : null;
            default -> null;
        };
    }

    private static String condition(Condition condition) {
        return condition.getCategory().stream().anyMatch(category -> has(category, "encounter-diagnosis"))
                ? "condition-encounter-diagnosis"
                : "condition-problems-health-concerns";
    }

    private static String observation(Observation observation) {
        if (in(observation, "laboratory")) {
            return "observation-lab";
        }
        if (in(observation, "vital-signs")) {
            return has(observation.getCode(), "85354-9") ? "blood-pressure" : "vital-signs";
        }
        return in(observation, "survey") ? "observation-screening-assessment" : null;
    }

    private static boolean in(Observation observation, String category) {
        return observation.getCategory().stream().anyMatch(held -> has(held, category));
    }

    private static boolean has(CodeableConcept concept, String code) {
        return concept.getCoding().stream().anyMatch(coding -> code.equals(coding.getCode()));
    }
}
