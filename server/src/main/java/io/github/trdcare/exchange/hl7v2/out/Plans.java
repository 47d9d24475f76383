package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import io.github.trdcare.careplan.PlanDocument;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Versions;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.ResourceStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** MDM: the care plan as a document in words, new or in place of the one before. */
final class Plans implements Told {
    private static final Set<String> SAID = Set.of("active", "on-hold", "completed", "revoked");

    private final PlanDocument document;
    private final ResourceStore store;
    private final String base;

    Plans(Knowledge knowledge, ResourceStore store, String base) {
        this.document = new PlanDocument(knowledge);
        this.store = store;
        this.base = base;
    }

    @Override
    public String code() {
        return "MDM";
    }

    @Override
    public boolean wants(Change change, Versions versions) {
        return change.type().equals("CarePlan")
                && change.interaction() != Interaction.DELETE
                && versions.after().filter(Plans::isSaid).isPresent();
    }

    private static boolean isSaid(Resource resource) {
        CarePlan plan = (CarePlan) resource;
        return plan.getStatusElement().hasValue()
                && SAID.contains(plan.getStatus().toCode());
    }

    @Override
    public Optional<Resource> earlier(Versions versions) {
        return versions.before().filter(Plans::isSaid);
    }

    @Override
    public String type(News news) {
        return news.earlier().isEmpty() ? "MDM^T02^MDM_T02" : "MDM^T10^MDM_T02";
    }

    @Override
    public Reference patient(Resource resource) {
        return ((CarePlan) resource).getSubject();
    }

    @Override
    public Segments after(News news, Wording wording) {
        CarePlan plan = (CarePlan) news.resource();
        Instant written = plan.getMeta().getLastUpdated().toInstant();
        Line txa = new Line("TXA")
                .with(1, "1")
                .with(2, parts("CarePlan", "Care plan", "L"))
                .with(3, "TX")
                .with(6, Segments.time(written, wording.zone()))
                .with(12, number(plan))
                .with(17, "AU");
        news.earlier().ifPresent(replaced -> txa.with(13, number(replaced)));
        Segments segments = new Segments().add(txa);
        int number = 0;
        for (String line : lines(plan, written, news.patient(), wording)) {
            number++;
            segments.add(new Line("OBX")
                    .with(1, "" + number)
                    .with(2, "TX")
                    .with(3, parts("CarePlan", "Care plan", "L"))
                    .with(4, "" + number)
                    .with(5, Segments.text(line))
                    .with(11, "F"));
        }
        return segments;
    }

    /** Each version is a document of its own. */
    private static String number(Resource plan) {
        return parts(plan.getIdElement().getIdPart() + "-" + plan.getMeta().getVersionId(), "TRD-CARE");
    }

    private List<String> lines(CarePlan plan, Instant written, Patient patient, Wording wording) {
        List<Resource> record = store.record(patient.getIdElement().getIdPart());
        Chart chart = Chart.of(record, written, wording.zone());
        Composition composition =
                (Composition) document.of(plan, chart, written, base, reference -> store.all(Set.of(reference)).stream()
                                .findFirst())
                        .getEntryFirstRep()
                        .getResource();
        return Stream.concat(
                        Stream.of(
                                composition.getTitle() + " (" + plan.getStatus().toCode() + ")"),
                        composition.getSection().stream().flatMap(Plans::lines))
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The narrative without its marks: a row or a paragraph is a line. */
    private static Stream<String> lines(SectionComponent section) {
        String words = section.getText()
                .getDivAsString()
                .replaceAll("</(tr|p|li|h\\d|caption)>", "\n")
                .replaceAll("</t[dh]>", "; ")
                .replaceAll("<[^>]*>", "");
        return Stream.concat(
                Stream.of(section.getTitle() + ":"),
                org.apache.commons.text.StringEscapeUtils.unescapeHtml4(words)
                        .lines()
                        .map(line -> line.strip().replaceFirst(";$", "")));
    }
}
