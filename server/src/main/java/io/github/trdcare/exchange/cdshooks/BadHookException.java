package io.github.trdcare.exchange.cdshooks;

/** A question that cannot be answered as it is; names the element, never its value. */
class BadHookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadHookException(String element, String what) {
        super(element.isEmpty() ? what : element + ": " + what);
    }
}
