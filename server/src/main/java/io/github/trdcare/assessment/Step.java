package io.github.trdcare.assessment;

import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.Span;
import java.util.Optional;

/**
 * One treatment: a trial, a course or an implant.
 *
 * @param id reference of the resource that it is
 * @param name what it is, in words
 * @param strategy why it was given, as a code of ours
 * @param inferred whether the strategy was derived, not recorded
 */
public record Step(String id, String name, String strategy, boolean inferred, Span span) {

    /** The same as if it had not ended. */
    Step unending() {
        return new Step(id, name, strategy, inferred, new Span(start(), Optional.empty()));
    }

    public Moment start() {
        return span.start();
    }

    public Optional<Moment> end() {
        return span.end();
    }
}
