package io.github.trdcare.platform;

/** The server cannot start as it is set up; the message is the one line an operator needs. */
class RefusedStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedStartException(String message) {
        super(message);
    }

    RefusedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
