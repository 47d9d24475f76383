package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.knowledge.Row;
import io.github.trdcare.resistance.Episode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

/** Whether enough sessions of a structured psychotherapy were held in the episode. */
final class Psychotherapy {
    private static final String ID = "psychotherapy";

    private final Chart chart;
    private final int minSessions;
    private final List<String> modalities;

    Psychotherapy(Chart chart, Row rule) {
        this.chart = chart;
        this.minSessions = rule.whole("minSessions");
        this.modalities = rule.texts("modalities");
    }

    Criterion criterion(Optional<Episode> episode) {
        List<String> sessions = chart.all(Procedure.class).stream()
                .filter(session -> Coded.isOurs(session.getCode(), Ours.TRD, "psychotherapy-session")
                        && session.getStatus() == ProcedureStatus.COMPLETED
                        && isStructured(session)
                        && during(session, episode))
                .map(References::to)
                .toList();
        if (sessions.isEmpty()) {
            return Criterion.missing(ID, "No structured psychotherapy in the episode is on record");
        }
        String text = sessions.size() + " sessions of a structured psychotherapy; the policy asks for " + minSessions;
        return sessions.size() >= minSessions
                ? Criterion.met(ID, text, sessions)
                : Criterion.notMet(ID, text, sessions);
    }

    private boolean during(Procedure session, Optional<Episode> episode) {
        return chart.start(session.getPerformed())
                .filter(start -> episode.map(each -> each.holds(start)).orElse(true))
                .isPresent();
    }

    /** By the session's own modality, else by its course's. */
    private boolean isStructured(Procedure session) {
        return Stream.concat(
                        Stream.of(session),
                        References.of(session.getPartOf()).stream()
                                .flatMap(course -> chart.find(Procedure.class, course).stream()))
                .flatMap(each -> Extensions.code(each, "psychotherapy-modality").stream())
                .findFirst()
                .filter(modalities::contains)
                .isPresent();
    }
}
