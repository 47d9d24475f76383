package io.github.trdcare.exchange.hl7v2.out;

import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a message tells.
 *
 * @param earlier the version before, where it was told too: without one, the receiver hears of the thing for the first time
 */
record News(Resource resource, Optional<Resource> earlier, Patient patient) {}
