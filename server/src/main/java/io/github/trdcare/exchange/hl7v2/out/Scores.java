package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import io.github.trdcare.assessment.Scales;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.hl7v2.Brought;
import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Versions;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** ORU: totals of rating scales, recorded or corrected; not those that came by HL7 v2 themselves. */
final class Scores implements Told {
    private static final Set<String> SAID = Set.of("final", "corrected", "amended", "entered-in-error");

    private final List<String> totals;

    Scores(Scales scales) {
        this.totals =
                scales.all().stream().flatMap(scale -> scale.totals().stream()).toList();
    }

    @Override
    public String code() {
        return "ORU";
    }

    @Override
    public boolean wants(Change change, Versions versions) {
        return change.type().equals("Observation")
                && versions.after()
                        .map(Observation.class::cast)
                        .filter(score -> Coded.isAny(score.getCode(), totals) && hasNumber(score))
                        .filter(score -> score.getStatusElement().hasValue()
                                && SAID.contains(score.getStatus().toCode()))
                        .filter(score -> score.getIdentifier().stream()
                                .noneMatch(
                                        each -> String.valueOf(each.getSystem()).startsWith(Ours.BASE + "/hl7v2/")))
                        .isPresent()
                && !Brought.by(versions);
    }

    private static boolean hasNumber(Observation score) {
        return score.getValue() instanceof Quantity value
                && value.getValueElement().hasValue();
    }

    @Override
    public String type(News news) {
        return "ORU^R01^ORU_R01";
    }

    @Override
    public Reference patient(Resource resource) {
        return ((Observation) resource).getSubject();
    }

    @Override
    public Segments after(News news, Wording wording) {
        Observation score = (Observation) news.resource();
        String code = wording.concept(score.getCode());
        String status = status(score);
        Line obr = new Line("OBR")
                .with(1, "1")
                .with(3, parts(score.getIdElement().getIdPart(), "TRD-CARE"))
                .with(4, code)
                .with(25, status.equals("W") ? "C" : status);
        Quantity value = score.getValueQuantity();
        Line obx = new Line("OBX")
                .with(1, "1")
                .with(2, "NM")
                .with(3, code)
                .with(5, value.getValue().toPlainString())
                .with(6, value.getCodeElement().hasValue() ? parts(value.getCode(), "", "UCUM") : "")
                .with(11, status);
        if (score.getEffective() instanceof BaseDateTimeType time && time.hasValue()) {
            obr.with(7, wording.time(time));
            obx.with(14, wording.time(time));
        }
        return new Segments().add(obr).add(obx);
    }

    private static String status(Observation score) {
        return switch (score.getStatus()) {
            case CORRECTED, AMENDED -> "C";
            case ENTEREDINERROR -> "W";
            default -> "F";
        };
    }
}
