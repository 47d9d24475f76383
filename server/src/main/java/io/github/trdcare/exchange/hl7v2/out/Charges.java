package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Versions;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;

/** DFT: the charge of a TMS session that was delivered, and its credit when the session was a mistake. */
final class Charges implements Told {
    private static final String CPT = "http://www.ama-assn.org/go/cpt";
    private static final String CHARGE = "CG";
    private static final String CREDIT = "CR";

    @Override
    public String code() {
        return "DFT";
    }

    /** Once: when it becomes delivered, and when it turns out not to have been. */
    @Override
    public boolean wants(Change change, Versions versions) {
        if (!change.type().equals("Procedure")) {
            return false;
        }
        Optional<Procedure> before = versions.before().map(Procedure.class::cast);
        Optional<Procedure> after = versions.after().map(Procedure.class::cast);
        boolean was = before.filter(Charges::isDelivered).isPresent();
        boolean is = after.filter(Charges::isDelivered).isPresent();
        boolean mistake = after.filter(session -> session.getStatus() == ProcedureStatus.ENTEREDINERROR)
                .isPresent();
        return is && !was || was && mistake;
    }

    private static boolean isDelivered(Procedure session) {
        return session.getStatus() == ProcedureStatus.COMPLETED
                && session.getCode().getCoding().stream()
                        .anyMatch(coding -> Ours.TMS.equals(coding.getSystem())
                                && String.valueOf(coding.getCode()).startsWith("tms-session"));
    }

    @Override
    public String type(News news) {
        return "DFT^P03^DFT_P03";
    }

    @Override
    public Reference patient(Resource resource) {
        return ((Procedure) resource).getSubject();
    }

    @Override
    public Segments after(News news, Wording wording) {
        Procedure session = (Procedure) news.resource();
        boolean mistake = session.getStatus() == ProcedureStatus.ENTEREDINERROR;
        Line ft1 = new Line("FT1")
                .with(1, "1")
                .with(2, parts(session.getIdElement().getIdPart()))
                .with(4, start(session).map(wording::time).orElse(""))
                .with(6, mistake ? CREDIT : CHARGE)
                .with(7, parts(number(session, wording), "", "C4"))
                .with(10, "1")
                .with(25, parts(number(session, wording), "", "C4"));
        return new Segments().add(ft1);
    }

    private static Optional<BaseDateTimeType> start(Procedure session) {
        Type performed = session.getPerformed();
        Type start = performed instanceof Period period ? period.getStartElement() : performed;
        return start instanceof BaseDateTimeType time && time.hasValue() ? Optional.of(time) : Optional.empty();
    }

    /** The billing number that the session has, or that of its type; the first of a course is told by its number. */
    private static String number(Procedure session, Wording wording) {
        return Coded.in(session.getCode(), CPT).orElseGet(() -> session.getCode().getCoding().stream()
                .filter(coding -> Ours.TMS.equals(coding.getSystem()))
                .flatMap(coding -> billed(wording, coding.getCode()).stream())
                .findFirst()
                .orElseGet(() -> billed(
                                wording,
                                Extensions.whole(session, "session-number")
                                                .filter(number -> number == 1)
                                                .isPresent()
                                        ? "tms-session-first"
                                        : "tms-session-later")
                        .orElseThrow()));
    }

    private static Optional<String> billed(Wording wording, String type) {
        return wording.tables().row("billing").optional(type).map(code -> code.substring(code.indexOf('|') + 1));
    }
}
