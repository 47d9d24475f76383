package io.github.trdcare.exchange.hl7v2.out;

import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Versions;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** One kind of message: which changes it tells of, and its segments after MSH and PID. */
interface Told {

    /** Its message code, as in {@code ORU}. */
    String code();

    boolean wants(Change change, Versions versions);

    /** Its type, event and structure, as in {@code ORU^R01^ORU_R01}. */
    String type(News news);

    Reference patient(Resource resource);

    /** The version before, where it was one to tell; what is told once only, or always anew, needs none. */
    default Optional<Resource> earlier(Versions versions) {
        return Optional.empty();
    }

    /** What stands before PID, where something does. */
    default Segments before(News news, Wording wording) {
        return new Segments();
    }

    Segments after(News news, Wording wording);
}
