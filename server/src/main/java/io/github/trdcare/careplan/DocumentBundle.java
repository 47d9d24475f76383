package io.github.trdcare.careplan;

import io.github.trdcare.chart.References;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** A document that can leave the house: its Composition, and every record that it rests on inside. */
public final class DocumentBundle {
    private static final String URI = "urn:ietf:rfc:3986";

    private DocumentBundle() {}

    /**
     * The document.
     *
     * @param seed what the document is of: the same at the same moment is the same document
     * @param server address that the references are relative to
     * @param resolved finds a record of this server by its reference
     */
    public static Bundle of(
            Composition composition,
            String seed,
            Instant written,
            String server,
            Function<String, Optional<Resource>> resolved) {
        String id = UUID.nameUUIDFromBytes((seed + "@" + written).getBytes(StandardCharsets.UTF_8))
                .toString();
        composition.setDate(Date.from(written)).setId(id);
        composition.setIdentifier(new Identifier().setSystem(URI).setValue("urn:uuid:" + id));
        Bundle document = new Bundle().setType(BundleType.DOCUMENT).setTimestamp(Date.from(written));
        document.getIdentifier().setSystem(URI).setValue("urn:uuid:" + id);
        // An address of this server, though nothing is stored there: relative references are read beside it.
        document.addEntry().setFullUrl(server + "/Composition/" + id).setResource(composition);
        Gathering.from(composition, resolved).forEach(each -> document.addEntry()
                .setFullUrl(server + "/" + References.to(each))
                .setResource(each));
        return document;
    }
}
