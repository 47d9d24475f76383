package io.github.trdcare.careplan.rest;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.careplan.Caseload;
import io.github.trdcare.careplan.Caseload.Line;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Mistakes;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Asked;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.ClosedDays;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedurePerformerComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The clinic's page: its courses of TMS and ECT, the longest under way first. */
@Component
class CaseloadProvider implements OperationProvider {
    private static final String COURSES = Ours.TMS + "|tms-course," + Ours.TRD + "|ect-course";
    private static final List<String> STATUSES = List.of("in-progress", "on-hold", "completed", "stopped");
    private static final Set<String> UNDER_WAY = Set.of("in-progress", "on-hold");
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final Charts charts;
    private final Caseload caseload;
    private final Set<LocalDate> closed;

    CaseloadProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.caseload = new Caseload(knowledge);
        this.closed = ClosedDays.read(knowledge);
    }

    /** One line a course; without a status those that are under way. */
    @Operation(
            name = "$caseload",
            typeName = "Procedure",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/caseload")
    public Parameters caseload(
            @OperationParam(name = "organization", max = 1) @Nullable IdType organization,
            @OperationParam(name = "status", max = 1) @Nullable CodeType status,
            @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf,
            @OperationParam(name = "_count", max = 1) @Nullable IntegerType count,
            @OperationParam(name = "_offset", max = 1) @Nullable IntegerType offset) {
        Optional<String> asked = Asked.text(status);
        asked.filter(each -> !STATUSES.contains(each)).ifPresent(each -> {
            throw RefusedException.unfit(
                    "status", "No course is asked for by this status; known are " + String.join(", ", STATUSES));
        });
        int size = within("_count", count, PAGE, 1, LARGEST_PAGE);
        int from = within("_offset", offset, 0, 0, Integer.MAX_VALUE);
        List<Procedure> courses = courses(asked, charts.instant(asOf), Asked.text(organization));
        List<Procedure> page = courses.stream().skip(from).limit(size).toList();
        Map<String, Chart> records = charts.ofPatients(
                page.stream().map(course -> References.of(course.getSubject())).collect(Collectors.toSet()), asOf);
        Parameters answer = new Parameters();
        Parts parts = Parts.of(answer);
        page.stream()
                .map(course -> caseload.line(course, records.get(References.of(course.getSubject())), closed))
                .forEach(line -> write(parts, line));
        parts.whole("total", courses.size());
        return answer;
    }

    private List<Procedure> courses(Optional<String> status, Instant now, Optional<String> organization) {
        boolean ended = status.filter(each -> !UNDER_WAY.contains(each)).isPresent();
        String begun = "code=" + encoded(COURSES) + "&date=" + encoded("le" + now);
        List<Procedure> all = charts.find(Procedure.class, ended ? begun : begun + "&date=" + encoded("ge" + now));
        List<Procedure> correct = all.stream()
                .filter(Mistakes::standsCorrect)
                .filter(course -> References.of(course.getSubject()).startsWith("Patient/"))
                .filter(course -> status.isEmpty() || status.get().equals(Caseload.status(course, now, charts.zone())))
                .sorted(Comparator.comparing((Procedure course) -> Caseload.start(course, charts.zone()))
                        .thenComparing(References::to))
                .toList();
        return organization.map(each -> of(each, correct)).orElse(correct);
    }

    /** Those whose performer acts for the organisation; where none says so, those whose order names it. */
    private List<Procedure> of(String organization, List<Procedure> courses) {
        String wanted = organization.contains("/") ? organization : "Organization/" + organization;
        Set<String> orders = courses.stream()
                .filter(course -> actingFor(course).isEmpty())
                .flatMap(course -> References.of(course.getBasedOn()).stream())
                .collect(Collectors.toSet());
        Map<String, Resource> ordered =
                charts.all(orders).stream().collect(Collectors.toMap(References::to, Function.identity()));
        return courses.stream()
                .filter(course -> {
                    List<String> acting = actingFor(course);
                    return (acting.isEmpty() ? orderedFrom(course, ordered) : acting).contains(wanted);
                })
                .toList();
    }

    private static List<String> actingFor(Procedure course) {
        return course.getPerformer().stream()
                .map(ProcedurePerformerComponent::getOnBehalfOf)
                .filter(Reference::hasReference)
                .map(References::of)
                .toList();
    }

    private static List<String> orderedFrom(Procedure course, Map<String, Resource> orders) {
        return References.of(course.getBasedOn()).stream()
                .flatMap(order -> Stream.ofNullable(orders.get(order)))
                .filter(ServiceRequest.class::isInstance)
                .flatMap(order -> References.of(((ServiceRequest) order).getPerformer()).stream())
                .toList();
    }

    private static void write(Parts answer, Line line) {
        Parts part = answer.part("course")
                .reference("patient", line.patient())
                .reference("reference", line.course())
                .whole("delivered", line.delivered())
                .whole("prescribed", line.prescribed())
                .moment("next-slot", line.next())
                .code("scale", line.scale());
        line.scores().forEach(score -> part.part("score")
                .value("value", new DecimalType(score.total()))
                .moment("date", score.when())
                .reference("reference", score.reference()));
        part.references("flag", line.flags());
    }

    private static int within(String name, @Nullable IntegerType value, int otherwise, int least, int most) {
        int number = value == null || value.getValue() == null ? otherwise : value.getValue();
        if (number < least || number > most) {
            throw RefusedException.unreadable(
                    name, name + " is " + number + "; right would be " + least + " to " + most);
        }
        return number;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
