package io.github.trdcare.knowledge;

/** A clinical table that cannot be used, with the place to mend. */
public final class KnowledgeException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    KnowledgeException(String file, long line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
