package io.github.trdcare.exchange.cdshooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the EHR shows: a line, how pressing it is, the reasons, where they come from, and what can be accepted. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Card(
        String uuid,
        String summary,
        String indicator,
        String detail,
        Source source,
        @Nullable List<Suggestion> suggestions,
        @Nullable String selectionBehavior,
        @Nullable List<Reason> overrideReasons,
        @Nullable List<Link> links) {
    /** The standard's own limit. */
    private static final int LONGEST_SUMMARY = 139;

    static Card of(Indicator indicator, String summary, String detail, Source source) {
        String line = summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY - 1) + "…" : summary;
        return new Card(UUID.randomUUID().toString(), line, indicator.code(), detail, source, null, null, null, null);
    }

    Card with(List<Reason> reasons) {
        return new Card(uuid, summary, indicator, detail, source, suggestions, selectionBehavior, reasons, links);
    }

    Card with(Suggestion suggestion) {
        return new Card(uuid, summary, indicator, detail, source, List.of(suggestion), "any", overrideReasons, links);
    }

    Card with(Link link) {
        return new Card(
                uuid,
                summary,
                indicator,
                detail,
                source,
                suggestions,
                selectionBehavior,
                overrideReasons,
                List.of(link));
    }

    /** How pressing a card is. */
    enum Indicator {
        INFO,
        WARNING,
        CRITICAL;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Whose words these are. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Source(String label, @Nullable String url) {}

    /** What the clinician can accept by a click. */
    record Suggestion(String label, String uuid, List<Action> actions) {}

    /** A change to one resource, as FHIR JSON. */
    record Action(String type, String description, JsonNode resource) {}

    /** Why a clinician goes on regardless. */
    record Reason(String code, String system, String display) {
        static List<Reason> of(Map<String, String> reasons, String system) {
            return reasons.entrySet().stream()
                    .map(reason -> new Reason(reason.getKey(), system, reason.getValue()))
                    .toList();
        }
    }

    /** A page or app to go to. */
    record Link(String label, String url, String type) {}
}
