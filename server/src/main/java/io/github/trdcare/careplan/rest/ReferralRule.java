package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.Referrals;
import io.github.trdcare.door.Charts;
import io.github.trdcare.door.WriteRule;
import io.github.trdcare.door.Written;
import io.github.trdcare.knowledge.Knowledge;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Refuses a referral that lacks what its state asks for, or whose order is another patient's or is no more. */
@Component
public class ReferralRule implements WriteRule {
    private final Referrals referrals;
    private final Charts charts;

    ReferralRule(Knowledge knowledge, Charts charts) {
        this.referrals = new Referrals(knowledge);
        this.charts = charts;
    }

    @Override
    public boolean concerns(Resource resource) {
        return Referrals.isOne(resource);
    }

    @Override
    public void apply(Written written) {
        Task after = (Task) written.after();
        List<ServiceRequest> orders = charts.all(Referrals.orders(after)).stream()
                .filter(ServiceRequest.class::isInstance)
                .map(ServiceRequest.class::cast)
                .toList();
        written.refuse(referrals.check((Task) written.before(), after, orders));
    }
}
