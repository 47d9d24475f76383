package io.github.trdcare.resistance;

/** An answer that may have to stay open, because the record does not settle it. */
public enum Answer {
    YES("yes"),
    NO("no"),
    INDETERMINATE("indeterminate");

    private final String code;

    Answer(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Yes if the least that is true suffices, no if the most that may be true does not. */
    static Answer between(boolean least, boolean most) {
        if (least) {
            return YES;
        }
        return most ? INDETERMINATE : NO;
    }
}
