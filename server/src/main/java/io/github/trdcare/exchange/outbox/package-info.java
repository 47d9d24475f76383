/** Who is told of a change, durably and in order: the log of changes, subscriptions, and the couriers that deliver. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.outbox;
