package io.github.trdcare.careplan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One stretch of measuring: its days, both included, its figure and the resources behind it. */
public record Window(LocalDate first, LocalDate last, BigDecimal value, List<String> evidence) {}
