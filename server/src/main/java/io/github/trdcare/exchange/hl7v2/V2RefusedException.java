package io.github.trdcare.exchange.hl7v2;

/** A message that cannot be taken; says what is wrong and where, never a value of the message. */
class V2RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final V2Error error;
    private final String place;

    /**
     * @param place segment, its number and field as in {@code OBX.3.5}; empty where it is the whole message
     */
    V2RefusedException(V2Error error, String place, String message) {
        super(message);
        this.error = error;
        this.place = place;
    }

    V2Error error() {
        return error;
    }

    String place() {
        return place;
    }
}
