/** The inbox of every channel by which messages come: kept as they are, known again, answered the same, replayed by hand. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.inbox;
