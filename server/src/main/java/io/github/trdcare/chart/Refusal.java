package io.github.trdcare.chart;

/**
 * Why a record is not taken as it is.
 *
 * @param kind whether it contradicts the state of things or is wrong in itself
 * @param code code of ours
 * @param expression FHIRPath of the place
 * @param text what is wrong, in plain words
 * @param right what would be right
 */
public record Refusal(Kind kind, String code, String expression, String text, String right) {

    /** The two kinds of refusal, with their HTTP status. */
    public enum Kind {
        CONFLICT(409),
        CONTENT(422);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    public static Refusal content(String code, String expression, String text, Object right) {
        return new Refusal(Kind.CONTENT, code, expression, text, right.toString());
    }

    public static Refusal conflict(String code, String expression, String text, Object right) {
        return new Refusal(Kind.CONFLICT, code, expression, text, right.toString());
    }
}
