package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser;
import ca.uhn.fhir.jpa.model.util.JpaConstants;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Refuses parameters and headers that HAPI would overlook or stumble over, before any work is done. */
@Interceptor
class RequestFormInterceptor {
    private static final String NUMBER = "\\d{1,9}";

    /** Parameters with few values, and what these are. */
    private static final Map<String, Pattern> FORMS = Map.of(
            Constants.PARAM_OFFSET, Pattern.compile(NUMBER),
            Constants.PARAM_PAGINGOFFSET, Pattern.compile(NUMBER),
            Constants.PARAM_SUMMARY, Pattern.compile("true|text|data|count|false"),
            Constants.PARAM_SEARCH_TOTAL_MODE, Pattern.compile("none|estimate|accurate"));

    private static final Set<String> EVERYTHING = Set.of(
            "_count",
            "_offset",
            "_type",
            "_lastUpdated",
            "_content",
            "_text",
            "_filter",
            "_sort",
            "_format",
            "_pretty");

    private static final String MISSING = ":missing";

    /** What may stand behind the colon of a search parameter, beside the name of a resource type. */
    private static final Pattern MODIFIER =
            Pattern.compile("[A-Z]\\w+|missing|exact|contains|text|not|above|below|in|not-in"
                    + "|of-type|identifier|iterate|recurse|nickname|mdm");

    private static final Set<String> TRUTH = Set.of("true", "false");

    /** The parameters are known, the operation has not begun. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void check(RequestDetails request) {
        checkFormat(request);
        checkEverything(request);
        checkHistory(request);
        request.getParameters().forEach((name, values) -> {
            checkModifier(name);
            for (String value : values) {
                checkValue(name, value);
            }
        });
        String match = request.getHeader(Constants.HEADER_IF_MATCH);
        if (match != null && !match.matches("(W/)?\"?\\d+\"?")) {
            throw RefusalTranslator.badRequest(
                    IssueType.VALUE, "If-Match must name a version as this server gives it, such as W/\"3\".");
        }
        if (request.getRequestType() == RequestTypeEnum.PATCH && request.loadRequestContents().length == 0) {
            throw RefusalTranslator.badRequest(IssueType.REQUIRED, "A PATCH needs a body that says what to change.");
        }
    }

    /** HAPI would write Turtle with a library that is not here. */
    private static void checkFormat(RequestDetails request) {
        RestfulServerUtils.ResponseEncoding asked =
                RestfulServerUtils.determineResponseEncodingNoDefault(request, EncodingEnum.JSON);
        if (asked != null && asked.getEncoding() == EncodingEnum.RDF) {
            request.addParameter(Constants.PARAM_FORMAT, new String[] {Constants.FORMAT_JSON});
            throw RefusalTranslator.badRequest(
                    IssueType.NOTSUPPORTED, "The server writes application/fhir+json and application/fhir+xml only.");
        }
    }

    /** HAPI would answer with everything where less is asked for in a way that it does not know. */
    private static void checkEverything(RequestDetails request) {
        if (!JpaConstants.OPERATION_EVERYTHING.equals(request.getOperation())) {
            return;
        }
        request.getParameters().keySet().stream()
                .filter(name -> !EVERYTHING.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw RefusalTranslator.badRequest(
                            IssueType.NOTSUPPORTED,
                            "$everything does not know " + name + "; it knows "
                                    + String.join(", ", new TreeSet<>(EVERYTHING)));
                });
    }

    /** HAPI would say that a time cannot be read, and not whose. */
    private static void checkHistory(RequestDetails request) {
        if (!Constants.URL_TOKEN_HISTORY.equals(request.getOperation())) {
            return;
        }
        for (String since : request.getParameters().getOrDefault(Constants.PARAM_SINCE, new String[0])) {
            try {
                new InstantType(since);
            } catch (DataFormatException | IllegalArgumentException unreadable) {
                throw RefusalTranslator.badRequest(
                        IssueType.VALUE, "_since is no instant; one looks like 2026-05-31T08:00:00Z.");
            }
        }
    }

    private static void checkModifier(String name) {
        boolean known = name.startsWith("_has:")
                || Stream.of(name.split("\\."))
                        .filter(step -> step.indexOf(':') > 0)
                        .allMatch(step -> MODIFIER.matcher(step.substring(step.indexOf(':') + 1))
                                .matches());
        if (!known) {
            throw RefusalTranslator.badRequest(
                    IssueType.NOTSUPPORTED,
                    name
                            + " has a modifier that does not exist; there are exact, contains, missing, not, text, in, not-in, above, below, of-type, identifier and the names of resource types.");
        }
    }

    private static void checkValue(String name, String value) {
        Pattern form = FORMS.get(name);
        if (form != null && !form.matcher(value).matches()) {
            throw RefusalTranslator.badRequest(
                    IssueType.VALUE, name + " must be one of " + form.pattern().replace(NUMBER, "0, 1, 2 ..."));
        }
        if (name.endsWith(MISSING) && !TRUTH.contains(value)) {
            throw RefusalTranslator.badRequest(IssueType.VALUE, name + " must be true or false.");
        }
        if (value.indexOf('\0') >= 0 || value.indexOf('\uFFFD') >= 0) {
            throw RefusalTranslator.badRequest(
                    IssueType.VALUE, "The value of " + name + " holds a character that is not UTF-8 text.");
        }
        if (Constants.PARAM_FILTER.equals(name)) {
            checkFilter(value);
        }
    }

    private static void checkFilter(String filter) {
        try {
            SearchFilterParser.parse(filter);
        } catch (SearchFilterParser.FilterSyntaxException | RuntimeException broken) {
            throw RefusalTranslator.badRequest(
                    IssueType.VALUE, "_filter cannot be read; it looks like: name eq \"Ada\" and (gender eq female).");
        }
    }
}
