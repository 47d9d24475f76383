package io.github.trdcare.resistance;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An agent as a record names it.
 *
 * @param strengthMg mg of the agent in one piece, where the record names a clinical drug
 * @param form form of that drug
 * @param inferred whether the agent was found by its name, not by a code
 */
record Product(Agent agent, Optional<BigDecimal> strengthMg, Optional<String> form, boolean inferred) {}
