package io.github.trdcare.exchange.bulk;

import java.util.Optional;

/**
 * A piece of a job's work.
 *
 * @param number its place in the job
 * @param type of the resources in it
 * @param source which of the given files it comes from
 * @param content what to work on, in the words of its task
 * @param done resources that it wrote or stored
 * @param report what could not be done, one OperationOutcome a line
 * @param attempts how often it was tried in vain
 */
record Part(
        String job,
        int number,
        Kind task,
        String type,
        int source,
        String content,
        long done,
        Optional<String> report,
        int attempts) {

    /** What is to be done. */
    enum Kind {
        /** Find out which resources an export holds. */
        PLAN,
        /** Write a file of resources. */
        WRITE,
        /** Write a file of what was deleted. */
        DELETED,
        /** Fetch a file. */
        FETCH,
        /** Store some lines of it. */
        STORE
    }

    /** The id of the file that it writes. */
    String file() {
        return file(job, number);
    }

    static String file(String job, int number) {
        return "bulk-" + job + "-" + number;
    }

    boolean isFile() {
        return task == Kind.WRITE || task == Kind.DELETED;
    }
}
