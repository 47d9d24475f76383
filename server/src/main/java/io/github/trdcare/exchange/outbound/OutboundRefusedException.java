package io.github.trdcare.exchange.outbound;

/** The guard does not let a request out; the message says why and which setting would. */
public class OutboundRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutboundRefusedException(String reason) {
        super(reason);
    }
}
