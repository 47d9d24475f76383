package io.github.trdcare.assessment;

/** What a treatment step did to a scale, from best to worst. */
public enum Outcome {
    REMISSION("remission"),
    RESPONSE("response"),
    PARTIAL("partial"),
    NONE("none"),
    WORSENING("worsening"),
    NOT_ASSESSABLE("not-assessable");

    private final String code;

    Outcome(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
