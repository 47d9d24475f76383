/** Holds a resource to the shape that FHIR R4 gives its type; knows no profile, no HTTP and no database. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.structure;
