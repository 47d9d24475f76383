package io.github.trdcare.stimulation.rest;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.Parts;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.ClosedDays;
import io.github.trdcare.stimulation.Courses;
import java.time.LocalDate;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Procedure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a course of TMS or ECT stands. */
@Component
class CourseProvider implements OperationProvider {
    private final Charts charts;
    private final Courses courses;
    private final Set<LocalDate> closed;

    CourseProvider(Charts charts, Knowledge knowledge) {
        this.charts = charts;
        this.courses = new Courses(knowledge);
        this.closed = ClosedDays.read(knowledge);
    }

    /** What was planned, given and missed, the dose, the thresholds, the events and the outcome so far. */
    @Operation(
            name = "$course-summary",
            typeName = "Procedure",
            idempotent = true,
            canonicalUrl = Ours.BASE + "/OperationDefinition/course-summary")
    public Parameters summary(
            @IdParam IIdType procedure, @OperationParam(name = "asOf", max = 1) @Nullable DateTimeType asOf) {
        Procedure asked = charts.read(Procedure.class, procedure);
        if (!Courses.isCourse(asked)) {
            throw RefusedException.unfitRecord(
                    "Procedure.code",
                    References.to(asked) + " is no course. Right would be a Procedure whose code is tms-course of "
                            + Ours.TMS + " or ect-course of " + Ours.TRD);
        }
        Chart chart = charts.about(asked.getSubject(), asOf);
        Procedure course = chart.find(Procedure.class, References.to(asked))
                .orElseThrow(() -> RefusedException.unfitRecord(
                        "Procedure.status", References.to(asked) + " was entered in error and has no summary"));
        Parameters answer = new Parameters();
        CourseParts.write(Parts.of(answer), courses.of(course, chart, closed));
        return answer;
    }
}
