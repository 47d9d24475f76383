package io.github.trdcare.profiles.build;

/** What {@code package.json} says of a FHIR package. */
record PackageManifest(String name, String version, String canonical, String type) {

    String toJson() {
        return """
                {
                  "name": "%s",
                  "version": "%s",
                  "canonical": "%s",
                  "fhirVersions": ["4.0.1"],
                  "type": "%s",
                  "dependencies": {}
                }
                """.formatted(name, version, canonical, type);
    }
}
