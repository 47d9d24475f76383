package io.github.trdcare.exchange.identity;

import java.math.BigDecimal;

/** How alike two records of a person are: a score from 0 to 1, and the grade that it earns. */
public record Match(BigDecimal score, MatchGrade grade) {}
