/** Stores and finds FHIR resources; the only room that touches HAPI's DAOs, and it knows no clinical rule. */
package io.github.trdcare.storage;
