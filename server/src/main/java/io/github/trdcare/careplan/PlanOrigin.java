package io.github.trdcare.careplan;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Provenance.ProvenanceEntityRole;
import org.hl7.fhir.r4.model.Reference;

/** Says who made a plan, when, and of which protocol. */
final class PlanOrigin {
    private static final String CREATE = "http://terminology.hl7.org/CodeSystem/v3-DataOperation|CREATE";
    private static final String AUTHOR = "http://terminology.hl7.org/CodeSystem/provenance-participant-type|author";

    private PlanOrigin() {}

    static Provenance of(PlanFacts facts, List<Reference> made, Optional<Reference> replaced) {
        Provenance origin = new Provenance()
                .setRecorded(Date.from(facts.request().chart().asOf()))
                .setActivity(PlanFacts.concept(CREATE));
        made.forEach(each -> origin.addTarget(each.copy()));
        ProvenanceAgentComponent agent = origin.addAgent().setType(PlanFacts.concept(AUTHOR));
        // Someone who is not named is said to be not named.
        agent.setWho(facts.author().orElseGet(() -> new Reference().setDisplay("Not named in the request")));
        facts.organization().ifPresent(agent::setOnBehalfOf);
        origin.addEntity()
                .setRole(ProvenanceEntityRole.SOURCE)
                .setWhat(new Reference("PlanDefinition/"
                        + facts.protocol().definition().getIdElement().getIdPart()));
        replaced.ifPresent(earlier ->
                origin.addEntity().setRole(ProvenanceEntityRole.REVISION).setWhat(earlier.copy()));
        return origin;
    }
}
