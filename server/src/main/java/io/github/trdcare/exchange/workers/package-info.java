/** Threads that do the waiting work of a node, step by step. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.workers;
