/** HL7 v2: messages come in by MLLP or HTTP, are kept as they are, mapped once, and answered always. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.hl7v2;
