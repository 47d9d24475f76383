/** HL7 v2 messages to others, out of the outbox: scores, plans, appointments and charges. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.hl7v2.out;
