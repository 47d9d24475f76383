package io.github.trdcare.safety;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.Moment;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** Finds what speaks against a treatment in a record: conditions, implants, events and answers to the safety screens. */
public final class Contraindications {
    private final List<Row> rows;
    private final List<String> forms;

    public Contraindications(Knowledge knowledge) {
        Row document = knowledge.document("contraindications.yaml").only("forms", "treatments", "contraindications");
        this.forms = document.row("forms").row("screening").texts("questionnaires");
        this.rows = document.row("contraindications").named();
        rows.forEach(row -> row.only(
                "treatment", "tier", "title", "answers", "conditions", "procedures", "devices", "events", "source"));
    }

    /**
     * One contraindication and the fact behind it.
     *
     * @param treatment code of the treatment that it concerns
     * @param since when the fact began; none when the record does not say
     * @param recorded when somebody wrote it down; none when the record does not say
     */
    public record Found(
            String code,
            String treatment,
            String tier,
            String title,
            String subject,
            String fact,
            Optional<Moment> since,
            Optional<Moment> recorded) {

        public boolean absolute() {
            return tier.equals("absolute");
        }
    }

    /** What one record says against which treatment. */
    public List<Found> of(Resource resource, Chart chart) {
        Optional<String> patient = subject(resource).map(References::of).filter(each -> each.startsWith("Patient/"));
        if (patient.isEmpty() || !Mistakes.standsCorrect(resource)) {
            return List.of();
        }
        return rows.stream()
                .filter(row -> speaks(row, resource))
                .map(row -> new Found(
                        row.key(),
                        row.text("treatment"),
                        row.text("tier"),
                        row.text("title"),
                        patient.get(),
                        References.to(resource),
                        since(resource).flatMap(chart::start),
                        recorded(resource).flatMap(chart::start)))
                .toList();
    }

    private boolean speaks(Row row, Resource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            return forms.contains(String.valueOf(response.getQuestionnaire()).split("\\|", 2)[0])
                    && response.getItem().stream()
                            .anyMatch(item -> row.texts("answers").contains(item.getLinkId())
                                    && item.getAnswer().stream().anyMatch(answer -> isYes(answer.getValue())));
        }
        if (resource instanceof Condition condition) {
            return Coded.isAny(condition.getCode(), row.texts("conditions"));
        }
        if (resource instanceof Procedure procedure) {
            return procedure.getStatus() == ProcedureStatus.COMPLETED
                    && Coded.isAny(procedure.getCode(), row.texts("procedures"));
        }
        if (resource instanceof AdverseEvent event) {
            return Coded.isAny(event.getEvent(), row.texts("events"));
        }
        return resource instanceof Device device
                && Coded.words(device.getType())
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .anyMatch(word -> row.texts("devices").stream().anyMatch(word::contains));
    }

    private static boolean isYes(Type answer) {
        return answer instanceof BooleanType truth && truth.hasValue() && truth.booleanValue();
    }

    private static Optional<Reference> subject(Resource resource) {
        Reference subject = null;
        if (resource instanceof QuestionnaireResponse response) {
            subject = response.getSubject();
        } else if (resource instanceof Condition condition) {
            subject = condition.getSubject();
        } else if (resource instanceof Procedure procedure) {
            subject = procedure.getSubject();
        } else if (resource instanceof AdverseEvent event) {
            subject = event.getSubject();
        } else if (resource instanceof Device device) {
            subject = device.getPatient();
        }
        return Optional.ofNullable(subject).filter(Reference::hasReference);
    }

    private static Optional<Type> since(Resource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            return Optional.of(response.getAuthoredElement());
        }
        if (resource instanceof Condition condition) {
            return Optional.ofNullable(condition.getOnset());
        }
        if (resource instanceof Procedure procedure) {
            return Optional.ofNullable(procedure.getPerformed());
        }
        return resource instanceof AdverseEvent event ? Optional.of(event.getDateElement()) : Optional.empty();
    }

    private static Optional<Type> recorded(Resource resource) {
        if (resource instanceof QuestionnaireResponse response) {
            return Optional.of(response.getAuthoredElement());
        }
        if (resource instanceof Condition condition) {
            return Optional.of(condition.getRecordedDateElement());
        }
        return resource instanceof AdverseEvent event ? Optional.of(event.getRecordedDateElement()) : Optional.empty();
    }
}
