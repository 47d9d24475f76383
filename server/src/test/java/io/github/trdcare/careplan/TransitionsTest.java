package io.github.trdcare.careplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.PatientText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitionsTest {
    private static final Transitions TRANSITIONS = new Transitions(PatientText.KNOWLEDGE);

    @ParameterizedTest
    @CsvSource({
        "CarePlan, draft, active, true",
        "CarePlan, draft, completed, false",
        "CarePlan, active, on-hold, true",
        "CarePlan, on-hold, active, true",
        "CarePlan, active, draft, false",
        "CarePlan, completed, active, false",
        "CarePlan, revoked, active, false",
        "CarePlan, completed, entered-in-error, true",
        "CarePlan, entered-in-error, active, false",
        "ServiceRequest, on-hold, revoked, true",
        "ServiceRequest, completed, revoked, false",
        "Task, requested, accepted, true",
        "Task, requested, completed, false",
        "Task, accepted, completed, true",
        "Task, rejected, accepted, false",
        "Task, in-progress, on-hold, true",
        "Referral, requested, received, true",
        "Referral, requested, cancelled, true",
        "Referral, requested, in-progress, false",
        "Referral, received, rejected, true",
        "Referral, received, failed, false",
        "Referral, accepted, rejected, false",
        "Referral, on-hold, in-progress, true",
        "Referral, completed, in-progress, false",
        "Referral, completed, entered-in-error, true",
        "Goal, proposed, active, false",
        "Goal, accepted, active, true",
        "Goal, active, completed, true",
        "Goal, completed, active, false",
        "Goal, active, active, true",
        "Observation, final, amended, true"
    })
    void aStatusFollowsOnlyWhereTheLifeCycleLeads(String type, String from, String to, boolean allowed) {
        assertThat(TRANSITIONS.check(type, from, to).isEmpty()).isEqualTo(allowed);
    }
}
