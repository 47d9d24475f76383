package io.github.trdcare.profiles.guide;

/** A code with what it means. */
record Code(String system, String code, String display, String definition) {}
