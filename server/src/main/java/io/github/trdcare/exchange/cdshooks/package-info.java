/** Decision support in the EHR by CDS Hooks 2.0: it words what the rules find as cards, and decides nothing clinical itself. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.cdshooks;
