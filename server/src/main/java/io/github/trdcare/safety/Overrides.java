package io.github.trdcare.safety;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Keeps on record who overruled what, and why. */
public final class Overrides {
    private static final String OVERRIDE = Ours.definition("safety-override");

    private Overrides() {}

    /** The Provenance of overrides that a write brings and the version before did not have. */
    public static List<Provenance> signed(DomainResource after, @Nullable DomainResource before, Instant now) {
        List<Extension> old = before == null ? List.of() : before.getExtensionsByUrl(OVERRIDE);
        return after.getExtensionsByUrl(OVERRIDE).stream()
                .filter(override -> old.stream().noneMatch(each -> each.equalsDeep(override)))
                .flatMap(override -> provenance(after, override, now).stream())
                .toList();
    }

    private static Optional<Provenance> provenance(DomainResource resource, Extension override, Instant now) {
        if (!(part(override, "author") instanceof Reference author)) {
            return Optional.empty();
        }
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(References.to(resource)));
        provenance.setRecorded(Date.from(now));
        provenance.setActivity(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", "UPDATE", null))
                .setText("Contraindication or hold overruled"));
        provenance
                .addAgent()
                .setType(new CodeableConcept(new Coding(
                        "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author", null)))
                .setWho(author.copy());
        if (part(override, "flag") instanceof Reference flag) {
            provenance
                    .addEntity()
                    .setRole(Provenance.ProvenanceEntityRole.SOURCE)
                    .setWhat(flag.copy());
        }
        return Optional.of(provenance);
    }

    private static @Nullable Type part(Extension override, String name) {
        Extension part = override.getExtensionByUrl(name);
        return part == null ? null : part.getValue();
    }
}
