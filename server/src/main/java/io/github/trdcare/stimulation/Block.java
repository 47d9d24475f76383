package io.github.trdcare.stimulation;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** One block of stimulation, as an order prescribes it or a session delivered it; seconds, Hz and percent. */
public record Block(Extension parts, String expression) {
    private static final String PRESCRIPTION = Ours.definition("tms-prescription");
    private static final String DELIVERED = Ours.definition("tms-delivered");

    /** The blocks that an order prescribes. */
    public static List<Block> prescribed(DomainResource order) {
        return of(order, PRESCRIPTION);
    }

    /** The blocks that a session delivered. */
    public static List<Block> delivered(DomainResource session) {
        return of(session, DELIVERED);
    }

    public Optional<String> code(String name) {
        return value(name)
                .flatMap(value -> value instanceof CodeableConcept concept
                        ? Coded.in(concept, Ours.TMS)
                        : Optional.ofNullable(value.primitiveValue()));
    }

    public Optional<BigDecimal> number(String name) {
        return value(name)
                .filter(value -> value instanceof DecimalType || value instanceof IntegerType)
                .flatMap(value -> Optional.ofNullable(value.primitiveValue()))
                .map(BigDecimal::new);
    }

    public Optional<Integer> whole(String name) {
        return number(name).map(BigDecimal::intValue);
    }

    public Optional<String> reference(String name) {
        return value(name).filter(Reference.class::isInstance).map(value -> References.of((Reference) value));
    }

    public boolean interrupted() {
        return parts.hasExtension("interruption");
    }

    /** The place of a part, for whoever must mend it. */
    String at(String name) {
        return expression + ".extension.where(url = '" + name + "').value";
    }

    /** Whether an order's block is the one that this block carries out. */
    boolean isLike(Block other) {
        return code("pattern").equals(other.code("pattern"))
                && code("laterality").equals(other.code("laterality"));
    }

    private Optional<Type> value(String name) {
        return Optional.ofNullable(parts.getExtensionByUrl(name)).map(Extension::getValue);
    }

    private static List<Block> of(DomainResource resource, String url) {
        List<Extension> found = resource.getExtensionsByUrl(url);
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Block(
                        found.get(i), resource.fhirType() + ".extension.where(url = '" + url + "')[" + i + "]"))
                .toList();
    }
}
