package io.github.trdcare.exchange.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One queue.
 *
 * @param name unique among all queues
 * @param kind what moves in it, in the operator's words
 * @param state active, error, requested or off
 * @param depth how many items wait
 * @param dead how many were given up
 * @param oldest when the longest waiting item came
 * @param lastError why the last attempt failed; nothing of a patient
 */
public record ChannelState(
        String name,
        String kind,
        String state,
        long depth,
        long dead,
        @Nullable Instant oldest,
        @Nullable String lastError) {}
