package io.github.trdcare.exchange.cdshooks;

/** There is no service of this id. */
class UnknownServiceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
