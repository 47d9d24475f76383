package io.github.trdcare.exchange.hl7v2;

import java.util.Set;
import org.hl7.fhir.r4.model.Patient;

/** ADT A40: two numbers are one patient. */
final class MergeMapper implements Mapper {

    @Override
    public Set<String> events() {
        return Set.of("ADT^A40");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Patient patient = Patients.of(message, types);
        Line merge = message.required("MRG");
        Draft draft = new Draft();
        draft.put(patient, Patients.key(patient));
        return draft.mergedFrom(types.cx(merge.required(1, "The number that is no more (MRG-1)")));
    }
}
