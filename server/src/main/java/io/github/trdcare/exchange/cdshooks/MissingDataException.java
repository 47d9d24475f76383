package io.github.trdcare.exchange.cdshooks;

/** Neither this server nor the prefetch knows the patient. */
class MissingDataException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
