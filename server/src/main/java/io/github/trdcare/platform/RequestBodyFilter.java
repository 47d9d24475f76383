package io.github.trdcare.platform;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a request's body once, up to the limit of its size and depth, so that no parser behind it meets more. A gzipped
 * body is measured after it is opened: a small file can hold a large one.
 */
@Component
class RequestBodyFilter extends OncePerRequestFilter {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

    private final TrdProperties.Limits limits;
    private final OutcomeWriter outcomes;

    RequestBodyFilter(TrdProperties properties, OutcomeWriter outcomes) {
        this.limits = properties.limits();
        this.outcomes = outcomes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "DELETE", "OPTIONS" -> true;
            default -> false;
        };
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body;
        try {
            checkMethod(request.getMethod());
            body = read(request);
            BodyForm.check(body, request.getContentType(), limits.depth());
        } catch (BaseServerResponseException refusal) {
            outcomes.write(request, response, refusal);
            return;
        }
        chain.doFilter(new BufferedRequest(request, body), response);
    }

    private static void checkMethod(String method) {
        if (!WITH_BODY.contains(method)) {
            throw RefusalTranslator.methodNotAllowed("FHIR has no interaction with the HTTP method " + method + ".");
        }
    }

    private byte[] read(HttpServletRequest request) throws IOException {
        long limit = limits.body().toBytes();
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(request.getContentLengthLong() + " bytes");
        }
        try (InputStream stream = opened(request)) {
            byte[] body = stream.readNBytes(Math.toIntExact(limit) + 1);
            if (body.length > limit) {
                throw tooLarge("more");
            }
            return body;
        } catch (ZipException broken) {
            throw RefusalTranslator.badRequest(
                    IssueType.STRUCTURE, "The body is announced as gzip (Content-Encoding) but is not gzip.");
        }
    }

    private static InputStream opened(HttpServletRequest request) throws IOException {
        boolean gzip = Constants.ENCODING_GZIP.equalsIgnoreCase(request.getHeader(Constants.HEADER_CONTENT_ENCODING));
        return gzip ? new GZIPInputStream(request.getInputStream()) : request.getInputStream();
    }

    private BaseServerResponseException tooLarge(String size) {
        return RefusalTranslator.tooLarge("The body has " + size + ", the limit is "
                + limits.body().toBytes() + " bytes (trd.limits.body). Send it in parts.");
    }
}
