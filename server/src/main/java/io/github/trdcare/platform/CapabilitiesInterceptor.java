package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;

/** Takes back what HAPI lists and this server refuses: deleting records for good. */
@Interceptor
class CapabilitiesInterceptor {
    private static final String EXPUNGE = "expunge";

    /** Before the statement is sent. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void correct(IBaseConformance statement) {
        ((CapabilityStatement) statement).getRest().forEach(rest -> {
            withoutExpunge(rest.getOperation());
            rest.getResource().forEach(resource -> withoutExpunge(resource.getOperation()));
        });
    }

    private static void withoutExpunge(List<CapabilityStatementRestResourceOperationComponent> operations) {
        operations.removeIf(operation -> EXPUNGE.equals(operation.getName()));
    }
}
