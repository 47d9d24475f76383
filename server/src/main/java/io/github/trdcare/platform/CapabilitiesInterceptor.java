package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.trdcare.exchange.outbox.Topics;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** Takes back what HAPI lists and does not serve, and adds the topics that a system can subscribe to. */
@Interceptor
class CapabilitiesInterceptor {
    /** Records are not deleted for good. */
    private static final String EXPUNGE = "expunge";

    private static final String EXPORT = "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export";
    private static final String BULK_DATA = "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data";

    /** HAPI searches by no pair that holds a reference or a bare number. */
    private static final Pattern UNSERVED = Pattern.compile("relationship|.*-coordinate");

    private static final String TOPIC = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    private final Topics topics;

    CapabilitiesInterceptor(Topics topics) {
        this.topics = topics;
    }

    /** Before the statement is sent. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void correct(IBaseConformance statement) {
        CapabilityStatement capabilities = (CapabilityStatement) statement;
        capabilities.getRest().forEach(rest -> {
            if (rest.getOperation().stream().anyMatch(operation -> EXPORT.equals(operation.getDefinition()))) {
                capabilities.addInstantiates(BULK_DATA);
            }
            withoutExpunge(rest.getOperation());
            rest.getResource().forEach(resource -> {
                withoutExpunge(resource.getOperation());
                if (resource.getType().equals("Subscription")) {
                    topics.urls().forEach(topic -> resource.addExtension(TOPIC, new CanonicalType(topic)));
                }
                resource.getSearchParam()
                        .removeIf(parameter -> parameter.getType() == SearchParamType.COMPOSITE
                                && UNSERVED.matcher(parameter.getName()).matches());
            });
        });
    }

    private static void withoutExpunge(List<CapabilityStatementRestResourceOperationComponent> operations) {
        operations.removeIf(operation -> EXPUNGE.equals(operation.getName()));
    }
}
