/** How full each queue is: one answer for the operator's page and for the metrics. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.channels;
