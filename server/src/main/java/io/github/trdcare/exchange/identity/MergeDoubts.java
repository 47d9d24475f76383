package io.github.trdcare.exchange.identity;

import io.github.trdcare.chart.References;
import io.github.trdcare.stimulation.Courses;
import io.github.trdcare.storage.ResourceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Resource;

/** What a person should look at when two records become one; none of it hinders the merge. */
record MergeDoubts(ResourceStore store) {
    private static final Set<ProcedureStatus> OPEN =
            Set.of(ProcedureStatus.PREPARATION, ProcedureStatus.INPROGRESS, ProcedureStatus.ONHOLD);

    List<String> of(Patient source, Patient target, List<Resource> moving) {
        List<String> doubts = new ArrayList<>();
        Particulars one = new Particulars(source);
        Particulars other = new Particulars(target);
        if (one.otherBirthDate(other)) {
            doubts.add("The two records have different birth dates: are they of one person?");
        }
        if (one.otherGender(other)) {
            doubts.add("The two records have different genders: are they of one person?");
        }
        List<String> courses = Stream.concat(
                        moving.stream(),
                        store
                                .find(
                                        Procedure.class,
                                        "subject=" + References.to(target) + "&status=preparation,in-progress,on-hold")
                                .stream())
                .filter(Procedure.class::isInstance)
                .map(Procedure.class::cast)
                .filter(procedure -> Courses.isCourse(procedure)
                        && procedure.getStatus() != null
                        && OPEN.contains(procedure.getStatus()))
                .map(References::to)
                .distinct()
                .toList();
        if (courses.size() > 1) {
            doubts.add("The record now has more than one course under way: " + String.join(", ", courses)
                    + ". Which of them is to go on?");
        }
        return doubts;
    }
}
