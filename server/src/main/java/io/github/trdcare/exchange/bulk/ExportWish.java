package io.github.trdcare.exchange.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.trdcare.storage.StoredIds.Period;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an export is to hold, as the job keeps it.
 *
 * @param types those asked for; none means all of the level
 * @param filters by type, the searches of which one must find a resource
 * @param patients ids; none means all
 */
record ExportWish(
        Level level,
        List<String> types,
        Map<String, List<String>> filters,
        String since,
        String until,
        List<String> patients,
        String group) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whose resources it holds. */
    enum Level {
        SYSTEM,
        PATIENT,
        GROUP
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ExportWish of(String json) {
        try {
            return JSON.readValue(json, ExportWish.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Period changed() {
        return new Period(instant(since), instant(until));
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
