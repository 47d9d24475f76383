/** Decision support in the EHR by CDS Hooks 2.0: it words the rules' findings as cards and decides nothing clinical. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.cdshooks;
