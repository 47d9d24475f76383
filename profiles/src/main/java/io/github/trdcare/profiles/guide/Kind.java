package io.github.trdcare.profiles.guide;

/** The chapters of the guide, in the order in which a newcomer needs them. */
public enum Kind {
    PROFILE("Profiles", "StructureDefinition", "The shapes of the records. Start here."),
    CAPABILITY("Roles", "CapabilityStatement", "What an EHR, a clinic, a patient app or a researcher uses."),
    OPERATION("Operations", "OperationDefinition", "Questions that the server answers in one request."),
    PROTOCOL("Protocols", "PlanDefinition", "Courses of treatment that can be started for a patient."),
    ACTIVITY("Activities", "ActivityDefinition", "The orders and tasks that a protocol makes."),
    QUESTIONNAIRE("Questionnaires", "Questionnaire", "Forms and score entries."),
    TOPIC("Subscription topics", "Basic", "What a subscriber can be told of."),
    MESSAGE("Messages", "MessageDefinition", "What another system can tell by $process-message."),
    SEARCH("Search parameters", "SearchParameter", "Searches beside those of FHIR R4."),
    EXTENSION("Extensions", "Extension", "What FHIR R4 has no element for."),
    VALUE_SET("Value sets", "ValueSet", "The codes that an element may hold."),
    CODE_SYSTEM("Code systems", "CodeSystem", "Codes of our own."),
    MAP("Concept maps", "ConceptMap", "From the codes of one system to those of another.");

    private final String heading;
    private final String type;
    private final String lead;

    Kind(String heading, String type, String lead) {
        this.heading = heading;
        this.type = type;
        this.lead = lead;
    }

    static Kind of(String fhirType) {
        for (Kind kind : values()) {
            if (kind.type.equals(fhirType)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("The guide has no chapter for " + fhirType);
    }

    public String heading() {
        return heading;
    }

    public String lead() {
        return lead;
    }
}
