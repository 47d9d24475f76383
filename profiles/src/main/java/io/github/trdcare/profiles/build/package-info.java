/** Builds the FHIR package from the compiled profiles, and the core package that the FSH compiler needs; runs at build time only. */
package io.github.trdcare.profiles.build;
