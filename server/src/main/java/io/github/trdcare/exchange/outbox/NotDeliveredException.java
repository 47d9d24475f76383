package io.github.trdcare.exchange.outbox;

import java.io.IOException;

/** The subscriber was reached and did not take the message; says what it answered, never what was sent. */
class NotDeliveredException extends IOException {
    private static final long serialVersionUID = 1L;

    NotDeliveredException(String answer) {
        super(answer);
    }
}
