package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Extensions;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.chart.Span;
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
        List<Procedure> sessions = structured("psychotherapy-session", episode)
                .filter(session -> session.getStatus() == ProcedureStatus.COMPLETED)
                .toList();
        List<Procedure> told = structured("psychotherapy-course", episode)
                .filter(course -> stated(course) > 0 && sessions.stream().noneMatch(session -> isOf(session, course)))
                .toList();
        int count = sessions.size() + told.stream().mapToInt(this::stated).sum();
        if (count == 0) {
            return Criterion.missing(ID, "No structured psychotherapy in the episode is on record");
        }
        List<String> evidence = Stream.of(sessions, told)
                .flatMap(List::stream)
                .map(References::to)
                .toList();
        String text = count + " sessions of a structured psychotherapy; the policy asks for " + minSessions;
        return count >= minSessions ? Criterion.met(ID, text, evidence) : Criterion.notMet(ID, text, evidence);
    }

    private Stream<Procedure> structured(String code, Optional<Episode> episode) {
        return chart.all(Procedure.class).stream()
                .filter(each ->
                        Coded.isOurs(each.getCode(), Ours.TRD, code) && isStructured(each) && during(each, episode));
    }

    /** What a course that has ended says of itself, where its sessions are not on record one by one. */
    private int stated(Procedure course) {
        return chart.span(course.getPerformed())
                .flatMap(Span::end)
                .flatMap(ended -> Extensions.whole(course, "sessions-delivered"))
                .orElse(0);
    }

    private static boolean isOf(Procedure session, Procedure course) {
        return References.any(session.getPartOf(), References.to(course));
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
