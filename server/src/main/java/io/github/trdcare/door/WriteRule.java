package io.github.trdcare.door;

import org.hl7.fhir.r4.model.Resource;

/** A rule on every write: it refuses the write, or adds to the same transaction what follows from it. */
public interface WriteRule {

    /** Whether the rule has anything to say to such a resource; asked before any record is loaded. */
    boolean concerns(Resource resource);

    /** Judges a write after all of its transaction is stored and before it is committed. */
    void apply(Written written);
}
