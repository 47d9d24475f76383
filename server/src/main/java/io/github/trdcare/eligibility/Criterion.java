package io.github.trdcare.eligibility;

import java.util.List;

/** One criterion of a policy, with the resources that prove it. */
public record Criterion(String id, Status status, String text, List<String> evidence) {

    /** What the record says to a criterion. */
    public enum Status {
        MET("met"),
        NOT_MET("not-met"),
        MISSING("missing");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static Criterion met(String id, String text, List<String> evidence) {
        return new Criterion(id, Status.MET, text, evidence);
    }

    static Criterion notMet(String id, String text, List<String> evidence) {
        return new Criterion(id, Status.NOT_MET, text, evidence);
    }

    static Criterion missing(String id, String text) {
        return new Criterion(id, Status.MISSING, text, List.of());
    }

    /** Met by what the record shows, missing when it shows nothing. */
    static Criterion shownBy(String id, String text, List<String> evidence) {
        return evidence.isEmpty() ? missing(id, text + ": not on record") : met(id, text + ": on record", evidence);
    }
}
