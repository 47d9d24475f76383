package io.github.trdcare.door;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.function.Supplier;

/** Asks a library of others, which throws whatever it likes at a definition that it cannot carry out. */
public final class Outside {

    private Outside() {}

    /** The answer; its failure is that of the definition in the parameter. */
    public static <T> T answer(String parameter, Supplier<T> library) {
        try {
            return library.get();
        } catch (BaseServerResponseException refused) {
            throw refused;
        } catch (RuntimeException unable) {
            throw RefusedException.unfit(
                    parameter, "The definition cannot be carried out for this subject: " + unable.getMessage());
        }
    }
}
