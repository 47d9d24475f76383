/** The registry: a Group whose members are the patients with a depressive episode on record, kept by the server. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.registry;
