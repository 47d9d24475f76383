package io.github.trdcare.exchange.hl7v2;

import java.util.Set;

/** Makes of one kind of message what is to be stored: pure, so that the same message always makes the same. */
interface Mapper {

    /** The message codes and events that it maps, as in {@code ADT^A08}. */
    Set<String> events();

    Draft map(V2Message message, Datatypes types);
}
