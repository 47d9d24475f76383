package io.github.trdcare.chart;

import java.util.Optional;

/**
 * A stretch of time whose end may be open.
 *
 * @param start when it began
 * @param end when it ended, if the record says so
 */
public record Span(Moment start, Optional<Moment> end) {}
