/** The one way out: every request that this server makes by itself passes its guard. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.outbound;
