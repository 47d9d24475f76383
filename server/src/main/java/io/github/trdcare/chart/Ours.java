package io.github.trdcare.chart;

/** The names that this project gave to its own profiles, extensions and codes. */
public final class Ours {
    public static final String BASE = "https://trd-care.github.io/fhir";
    public static final String TRD = BASE + "/CodeSystem/trd-codes";
    public static final String TMS = BASE + "/CodeSystem/tms-codes";

    private Ours() {}

    /** The address of a profile or extension of ours. */
    public static String definition(String id) {
        return BASE + "/StructureDefinition/" + id;
    }
}
