package io.github.trdcare.exchange.outbox;

import java.io.IOException;

/** The subscriber was reached and did not take the message; says what it answered, never what was sent. */
public class NotDeliveredException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    NotDeliveredException(String answer) {
        this(answer, false);
    }

    /**
     * @param forGood whether the same message will never be taken, so that it must not keep back those after it
     */
    public NotDeliveredException(String answer, boolean forGood) {
        super(answer);
        this.forGood = forGood;
    }

    boolean isForGood() {
        return forGood;
    }
}
