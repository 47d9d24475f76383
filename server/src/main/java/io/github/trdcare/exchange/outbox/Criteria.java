package io.github.trdcare.exchange.outbox;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryMatchResult;
import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Asks a search of one resource, without the database. */
@Component
class Criteria {
    private final SearchParamMatcher matcher;
    private final InMemoryResourceMatcher evaluator;

    Criteria(SearchParamMatcher matcher, InMemoryResourceMatcher evaluator) {
        this.matcher = matcher;
        this.evaluator = evaluator;
    }

    /**
     * @param search with its type, as in {@code Observation?code=44261-6}
     */
    boolean meets(String search, Resource resource) {
        return search.replaceFirst("\\?.*", "").equals(resource.fhirType())
                && (!search.contains("?")
                        || search.endsWith("?")
                        || matcher.match(search, resource, new SystemRequestDetails())
                                .matched());
    }

    /** Why a search cannot be asked of one resource; empty when it can. */
    Optional<String> unusable(String search) {
        if (!search.contains("?") || search.endsWith("?")) {
            return Optional.empty();
        }
        try {
            InMemoryMatchResult result = evaluator.canBeEvaluatedInMemory(search);
            return result.supported()
                    ? Optional.empty()
                    : Optional.of("it cannot be asked of one resource alone: " + result.getUnsupportedReason());
        } catch (BaseServerResponseException | IllegalArgumentException unreadable) {
            return Optional.of(String.valueOf(unreadable.getMessage()).replaceFirst("^HAPI-\\d+: ", ""));
        }
    }
}
