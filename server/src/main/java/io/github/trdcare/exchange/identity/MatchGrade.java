package io.github.trdcare.exchange.identity;

import java.util.Locale;

/** How sure a match is, in FHIR's words. */
public enum MatchGrade {
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    CERTAINLY_NOT;

    /** The code of {@code http://terminology.hl7.org/CodeSystem/match-grade}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
