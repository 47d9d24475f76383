package io.github.trdcare.exchange.hl7v2.out;

import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Versions;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** One kind of message: which changes it tells of, and its segments after MSH and PID. */
interface Told {

    /** Its message code, as in {@code ORU}. */
    String code();

    boolean wants(Change change, Versions versions);

    /** Its type, event and structure, as in {@code ORU^R01^ORU_R01}. */
    String type(Resource resource);

    Reference patient(Resource resource);

    /** What stands before PID, where something does. */
    default Segments before(Resource resource, Wording wording) {
        return new Segments();
    }

    Segments after(Resource resource, Patient patient, Wording wording);
}
