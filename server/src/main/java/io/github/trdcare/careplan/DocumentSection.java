package io.github.trdcare.careplan;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * One section of a document.
 *
 * @param entries references of the resources that it tells about
 */
public record DocumentSection(String title, Prose prose, List<String> entries) {

    public static DocumentSection of(String title, Prose prose, Collection<String> entries) {
        return new DocumentSection(title, prose, entries.stream().distinct().toList());
    }

    public SectionComponent component() {
        SectionComponent section = new SectionComponent().setTitle(title);
        section.setText(prose.narrative());
        entries.forEach(entry -> section.addEntry(new Reference(entry)));
        return section;
    }
}
