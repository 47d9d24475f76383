package io.github.trdcare.chart;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Reads the extensions of ours, by the id of their definition; a value of another type than defined is none. */
public final class Extensions {

    private Extensions() {}

    /** The code of ours that an extension holds. */
    public static Optional<String> code(DomainResource resource, String id) {
        return value(resource, id, CodeableConcept.class)
                .flatMap(concept -> Coded.in(concept, Ours.TRD).or(() -> Coded.in(concept, Ours.TMS)));
    }

    public static Optional<Integer> whole(DomainResource resource, String id) {
        return value(resource, id, IntegerType.class).map(IntegerType::getValue);
    }

    public static Optional<String> reference(DomainResource resource, String id) {
        return value(resource, id, Reference.class).map(References::of);
    }

    public static <T extends Type> Optional<T> value(DomainResource resource, String id, Class<T> type) {
        return resource.getExtensionsByUrl(Ours.definition(id)).stream()
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
