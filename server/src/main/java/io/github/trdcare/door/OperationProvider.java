package io.github.trdcare.door;

/** Marks a bean whose operations the FHIR endpoint serves. */
public interface OperationProvider {}
