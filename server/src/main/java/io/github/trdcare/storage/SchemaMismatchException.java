package io.github.trdcare.storage;

/** The database's schema and this version of the server do not fit; the message is the one line an operator needs. */
public class SchemaMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaMismatchException(String message) {
        super(message);
    }

    static SchemaMismatchException newer(String version) {
        return new SchemaMismatchException("The database has schema version " + version
                + ", which this server does not know: it was written by a newer version. Start that version.");
    }
}
