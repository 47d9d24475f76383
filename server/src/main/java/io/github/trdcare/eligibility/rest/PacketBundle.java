package io.github.trdcare.eligibility.rest;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.eligibility.Criterion;
import io.github.trdcare.eligibility.EligibilityVerdict;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** The packet for a payer: a page to print, which is the text of a Composition, and the records that it cites. */
final class PacketBundle {
    private final Chart chart;
    private final EligibilityVerdict verdict;
    private final String server;

    PacketBundle(Chart chart, EligibilityVerdict verdict, String server) {
        this.chart = chart;
        this.verdict = verdict;
        this.server = server;
    }

    Bundle of(List<Resource> records) {
        Map<String, Resource> known =
                records.stream().collect(Collectors.toMap(References::to, Function.identity(), (one, same) -> one));
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        Composition composition = composition(known);
        bundle.addEntry()
                .setFullUrl(server + "/Composition/" + composition.getId())
                .setResource(composition);
        records.forEach(record -> bundle.addEntry()
                .setFullUrl(server + "/" + References.to(record))
                .setResource(record));
        return bundle;
    }

    private Composition composition(Map<String, Resource> records) {
        PacketPage page = new PacketPage(chart, verdict, records);
        Composition composition = new Composition();
        composition
                .setStatus(CompositionStatus.FINAL)
                .setType(new CodeableConcept().setText("Evidence for prior authorisation of TMS"))
                .setTitle(page.title())
                .setDateElement(new DateTimeType(Date.from(chart.asOf())))
                .addAuthor(new Reference().setDisplay("TRD Care Server"));
        records.keySet().stream()
                .filter(reference -> reference.startsWith("Patient/"))
                .forEach(patient -> composition.setSubject(new Reference(patient)));
        composition.setText(narrative(page.whole()));
        composition.setId(name(composition));
        verdict.criteria()
                .forEach(criterion ->
                        section(composition, page.title(criterion), page.words(criterion), known(criterion, records)));
        verdict.contraindications()
                .forEach(flag -> section(
                        composition, PacketPage.title(flag), PacketPage.words(flag), known(flag.evidence(), records)));
        return composition;
    }

    private static void section(Composition composition, String title, XhtmlNode words, List<Reference> evidence) {
        composition.addSection().setTitle(title).setText(narrative(words)).setEntry(evidence);
    }

    private List<Reference> known(Criterion criterion, Map<String, Resource> records) {
        return known(criterion.evidence(), records);
    }

    private List<Reference> known(Collection<String> evidence, Map<String, Resource> records) {
        return evidence.stream()
                .filter(records::containsKey)
                .map(Reference::new)
                .toList();
    }

    private static Narrative narrative(XhtmlNode words) {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(words);
        return narrative;
    }

    /** The same for the same question, so that two answers can be compared. */
    private static String name(Composition composition) {
        String question = composition.getSubject().getReference() + composition.getTitle() + composition.getDate();
        return UUID.nameUUIDFromBytes(question.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
