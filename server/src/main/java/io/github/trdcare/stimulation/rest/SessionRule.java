package io.github.trdcare.stimulation.rest;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.SessionCheck;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Refuses a session whose numbers or whose place in the course cannot be; only one that claims our profile. */
@Component
public class SessionRule implements WriteRule {
    private final SessionCheck check;

    SessionRule(Knowledge knowledge) {
        this.check = new SessionCheck(knowledge);
    }

    @Override
    public boolean concerns(Resource resource) {
        return resource instanceof Procedure session
                && session.getStatus() != ProcedureStatus.ENTEREDINERROR
                && session.getMeta().hasProfile(Ours.definition("tms-session"));
    }

    @Override
    public void apply(Written written) {
        written.refuse(
                check.decide((Procedure) written.after(), written.chart().get()).refusals());
    }
}
