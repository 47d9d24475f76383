package io.github.trdcare.structure;

import java.util.Set;

/**
 * What FHIR says about an element beyond its cardinality and its type.
 *
 * @param valueSet URL of the value set that its code must come from, or empty
 * @param targets types that a reference may point at; empty when any will do
 */
record ElementRule(String valueSet, Set<String> targets) {
    static final ElementRule NONE = new ElementRule("", Set.of());
}
