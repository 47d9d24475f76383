package io.github.trdcare.exchange.bulk;

import java.util.Optional;

/** The hold of a worker on a part: it ends the part, unless another worker has it by now. */
interface Lease {

    /** Keeps the part for longer. */
    void renew();

    /** Ends the part: what it came to, and what is written in the same transaction. */
    void end(Result result, Runnable writes);

    /**
     * What a part came to.
     *
     * @param content what is left of it
     * @param done resources written or stored
     */
    record Result(String content, long done, Optional<String> report) {

        static Result of(Part part, long done) {
            return new Result(part.content(), done, part.report());
        }
    }

    /** Another worker has the part, or nobody wants it any more; whatever was done last is undone. */
    class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
