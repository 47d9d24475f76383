package io.github.trdcare.platform;

import io.github.trdcare.knowledge.KnowledgeException;
import io.github.trdcare.storage.SchemaMismatchException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Turns a refused start into a message without a stack trace. */
class RefusedStartAnalyzer implements FailureAnalyzer {

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedStartException
                    || cause instanceof SchemaMismatchException
                    || cause instanceof KnowledgeException) {
                return new FailureAnalysis(cause.getMessage(), null, cause);
            }
        }
        return null;
    }
}
