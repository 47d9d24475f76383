package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last word on whatever went wrong: the client's fault is named in plain words; ours is logged in full under the
 * request's id, and that id is all that the client learns.
 */
@Interceptor
class FailureInterceptor {
    private static final Logger log = LoggerFactory.getLogger(FailureInterceptor.class);
    private static final int FAILURE = 500;

    /** HAPI's other conflict. */
    private static final String STILL_REFERRED_TO = "Unable to delete";

    /** Java's words, early and later, for a body that is another resource than the operation takes. */
    private static final Pattern WRONG_ARGUMENT =
            Pattern.compile("argument type mismatch|java\\.lang\\.ClassCastException.*");

    /** Runs before HAPI turns the exception into an answer. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException answer(RequestDetails request, Throwable thrown) {
        return faultOfTheClient(thrown)
                .map(refusal -> outrun(request, refusal) ? RefusalTranslator.outrun() : refusal)
                .map(RefusalTranslator::inPlainWords)
                .orElseGet(() -> {
                    String id = request == null ? "unknown" : request.getRequestId();
                    log.error("Request {} failed", id, thrown);
                    return request != null && lacksParameter(request, thrown)
                            ? RefusalTranslator.badRequest(
                                    IssueType.REQUIRED,
                                    request.getOperation()
                                            + " lacks a parameter that it needs; /fhir/metadata leads to its definition.")
                            : RefusalTranslator.failed(id);
                });
    }

    /** HAPI calls it a conflict; FHIR, a precondition that did not hold. */
    private static boolean outrun(@Nullable RequestDetails request, BaseServerResponseException refusal) {
        return refusal instanceof ResourceVersionConflictException
                && !String.valueOf(refusal.getMessage()).contains(STILL_REFERRED_TO)
                && request != null
                && IfMatch.isIn(request);
    }

    /** The entries of a batch fail one by one, each with an outcome of its own. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void answerBatch(RequestDetails request, IBaseResource answer) {
        if (answer instanceof Bundle batch && batch.getType() == BundleType.BATCHRESPONSE) {
            for (int i = 0; i < batch.getEntry().size(); i++) {
                answerEntry(request, i, batch.getEntry().get(i).getResponse());
            }
        }
    }

    private static void answerEntry(RequestDetails request, int index, BundleEntryResponseComponent entry) {
        if (entry.getStatus() != null && entry.getStatus().startsWith(String.valueOf(FAILURE))) {
            entry.setOutcome((OperationOutcome)
                    RefusalTranslator.failed(request.getRequestId()).getOperationOutcome());
        } else if (outrun(request, index, entry)) {
            entry.setStatus("412 Precondition Failed")
                    .setOutcome((OperationOutcome) RefusalTranslator.outrun().getOperationOutcome());
        } else if (entry.getOutcome() instanceof OperationOutcome outcome) {
            RefusalTranslator.inPlainWords(outcome);
        }
    }

    /** A refusal of ours has details; its conflict is another one. */
    private static boolean outrun(RequestDetails request, int index, BundleEntryResponseComponent entry) {
        return entry.getStatus() != null
                && entry.getStatus().startsWith("409")
                && request.getResource() instanceof Bundle asked
                && index < asked.getEntry().size()
                && IfMatch.of(asked.getEntry().get(index)).isPresent()
                && entry.getOutcome() instanceof OperationOutcome outcome
                && !outcome.getIssueFirstRep().hasDetails()
                && !String.valueOf(outcome.getIssueFirstRep().getDiagnostics()).contains(STILL_REFERRED_TO);
    }

    /** HAPI's own operations look no further than the parameters that they hope for. */
    private static boolean lacksParameter(RequestDetails request, Throwable thrown) {
        Throwable cause = ExceptionUtils.getRootCause(thrown);
        return request.getOperation() != null
                && request.getOperation().startsWith("$")
                && cause instanceof NullPointerException
                && cause.getStackTrace().length > 0
                && cause.getStackTrace()[0].getClassName().startsWith("ca.uhn.fhir.");
    }

    /** HAPI wraps the refusals of its inner layers: the first in the chain that is one counts. */
    private static Optional<BaseServerResponseException> faultOfTheClient(Throwable thrown) {
        for (Throwable cause : ExceptionUtils.getThrowableList(thrown)) {
            if (cause instanceof BaseServerResponseException refusal && refusal.getStatusCode() != FAILURE) {
                return Optional.of(refusal);
            }
            if (cause instanceof DataFormatException unreadable) {
                return Optional.of(RefusalTranslator.badRequest(IssueType.STRUCTURE, unreadable.getMessage()));
            }
            if (cause instanceof NumberFormatException) {
                return Optional.of(
                        RefusalTranslator.badRequest(IssueType.VALUE, "A number is expected. " + cause.getMessage()));
            }
            if (cause instanceof IllegalArgumentException
                    && WRONG_ARGUMENT
                            .matcher(String.valueOf(cause.getMessage()))
                            .matches()) {
                return Optional.of(
                        RefusalTranslator.badRequest(
                                IssueType.STRUCTURE,
                                "The body is not the resource that this interaction takes (a FHIRPath PATCH takes Parameters)."));
            }
        }
        return Optional.empty();
    }
}
