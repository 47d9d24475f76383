package io.github.trdcare.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Names resources as {@code Type/id}, whatever server address or version stands with them. */
public final class References {

    private References() {}

    public static String to(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    public static String of(Reference reference) {
        IIdType id = reference.getReferenceElement();
        return id.hasResourceType() && id.hasIdPart()
                ? id.getResourceType() + "/" + id.getIdPart()
                : id.getValue() + "";
    }

    /** The patient of this server to whom a reference points; one of another server may have the same number. */
    public static Optional<String> patient(Reference reference) {
        return Optional.of(reference)
                .filter(each -> !each.getReferenceElement().isAbsolute())
                .map(References::of)
                .filter(each -> each.startsWith("Patient/"));
    }

    public static List<String> of(List<Reference> references) {
        return references.stream().map(References::of).toList();
    }

    public static boolean any(List<Reference> references, String wanted) {
        return of(references).contains(wanted);
    }

    /** Every reference in a resource to another one of the same server. */
    public static Stream<String> within(Base value) {
        if (value instanceof Reference reference) {
            boolean local = reference.hasReference()
                    && !reference.getReferenceElement().isAbsolute()
                    && reference.getReferenceElement().hasResourceType();
            return local ? Stream.of(of(reference)) : Stream.empty();
        }
        return value.children().stream()
                .flatMap(property -> property.getValues().stream())
                .filter(child -> child != null)
                .flatMap(References::within);
    }
}
