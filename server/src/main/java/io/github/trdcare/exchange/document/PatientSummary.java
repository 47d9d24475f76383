package io.github.trdcare.exchange.document;

import io.github.trdcare.careplan.DocumentBundle;
import io.github.trdcare.careplan.DocumentSection;
import io.github.trdcare.careplan.MedicationSection;
import io.github.trdcare.careplan.Prose;
import io.github.trdcare.careplan.Worded;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Device.DeviceNameType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * Tells a patient's record as an International Patient Summary: its sections, and beside them those of this house.
 *
 * @see <a href="http://hl7.org/fhir/uv/ips/OperationDefinition/summary">the operation</a>
 */
final class PatientSummary {
    private static final String WHY_EMPTY = "http://terminology.hl7.org/CodeSystem/list-empty-reason";
    private static final String AUTHOR = "Device/trd-care-server";
    private static final Set<String> PAST_DRUGS = Set.of("completed", "stopped", "cancelled", "not-taken", "draft");

    private final Row table;
    private final CareSections care;

    PatientSummary(Knowledge knowledge) {
        this.table = knowledge.document("summary.yaml").only("sections", "document");
        this.care = new CareSections(knowledge);
        table.row("sections").named().forEach(row -> row.only("title", "code", "mandatory"));
    }

    /**
     * The document.
     *
     * @param server address that the references are relative to
     * @param resolved finds a record of this server by its reference
     */
    Bundle of(
            Patient patient,
            Chart chart,
            Instant written,
            String server,
            Function<String, Optional<Resource>> resolved) {
        Composition composition = new Composition()
                .setStatus(CompositionStatus.FINAL)
                .setType(concept(table.row("document")))
                .setSubject(new Reference(References.to(patient)))
                .setTitle(table.row("document").text("title"));
        composition.addAuthor().setReference(AUTHOR);
        if (patient.hasManagingOrganization()) {
            composition.setCustodian(patient.getManagingOrganization().copy());
        }
        for (Row row : table.row("sections").named()) {
            DocumentSection section = section(row, chart, resolved);
            if (!section.entries().isEmpty()) {
                composition.addSection(section.component().setCode(concept(row)));
            } else if (row.flag("mandatory")) {
                composition.addSection(nothing(row));
            }
        }
        String seed = "summary of " + References.to(patient);
        return DocumentBundle.of(
                composition,
                seed,
                written,
                server,
                reference -> AUTHOR.equals(reference) ? Optional.of(author()) : resolved.apply(reference));
    }

    private DocumentSection section(Row row, Chart chart, Function<String, Optional<Resource>> resolved) {
        String title = row.text("title");
        RecordSections record = new RecordSections(chart);
        return switch (row.key()) {
            case "alerts" -> record.alerts(title);
            case "problems" -> record.problems(title, false);
            case "past-problems" -> record.problems(title, true);
            case "allergies" -> record.allergies(title);
            case "medication" -> medication(title, chart, resolved);
            case "resistance" -> care.resistance(title, chart);
            case "courses" -> care.courses(title, chart);
            case "scales" -> care.scales(title, chart);
            case "plan" -> record.plans(title);
            case "goals" -> care.goals(title, chart);
            case "procedures" -> care.procedures(title, chart);
            case "immunizations" -> record.immunizations(title);
            case "devices" -> record.devices(title);
            case "results" -> record.observations(title, "laboratory");
            case "vital-signs", "social-history" -> record.observations(title, row.key());
            default -> throw row.wrong("no section goes by this name");
        };
    }

    private static DocumentSection medication(
            String title, Chart chart, Function<String, Optional<Resource>> resolved) {
        DocumentSection now =
                new MedicationSection(chart, resolved).section(each -> !PAST_DRUGS.contains(Worded.status(each)));
        return new DocumentSection(title, now.prose(), now.entries());
    }

    private static SectionComponent nothing(Row row) {
        SectionComponent section = DocumentSection.of(
                        row.text("title"), new Prose().paragraph("No information is on record."), List.of())
                .component()
                .setCode(concept(row));
        section.getEmptyReason()
                .setText("No information is on record")
                .addCoding(new Coding(WHY_EMPTY, "unavailable", "Unavailable"));
        return section;
    }

    private static CodeableConcept concept(Row row) {
        String[] code = row.text("code").split("\\|");
        return new CodeableConcept(new Coding(code[0], code[1], null)).setText(row.text("title"));
    }

    /** No record is stored of it: the server writes the document, and nobody else signs it. */
    private static Device author() {
        Device device = new Device();
        device.setId(AUTHOR);
        device.addDeviceName().setName("TRD Care Server").setType(DeviceNameType.USERFRIENDLYNAME);
        return device;
    }
}
