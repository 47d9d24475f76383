package io.github.trdcare.exchange.cdshooks;

/** A client's token that is not accepted, with the reason in words the client's developer can act on. */
final class TokenRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TokenRefusedException(String reason) {
        super(reason);
    }
}
