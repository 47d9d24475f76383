package io.github.trdcare;

/**
 * One thing that a client gets wrong, and what it is told.
 *
 * @param name what is wrong
 * @param says what the OperationOutcome must contain
 */
record BadInput(String name, String method, String path, String contentType, byte[] body, int status, String says) {

    @Override
    public String toString() {
        return name;
    }
}
