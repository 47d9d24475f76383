/** FHIR messages: routed by a table, stored once in one transaction, answered always by a message. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.messaging;
