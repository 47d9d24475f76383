package io.github.trdcare.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import io.github.trdcare.exchange.messaging.MessageEvents;
import io.github.trdcare.exchange.outbox.Topics;
import java.util.List;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementMessagingComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.EventCapabilityMode;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/**
 * Takes back what HAPI lists and does not serve, and adds the topics that a system can subscribe to, and the messages that
 * it can send.
 */
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
    private final MessageEvents messages;

    CapabilitiesInterceptor(Topics topics, MessageEvents messages) {
        this.topics = topics;
        this.messages = messages;
    }

    /** Before the statement is sent. */
    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    public void correct(IBaseConformance statement) {
        CapabilityStatement ours = (CapabilityStatement) statement;
        CapabilityStatementMessagingComponent messaging = ours.addMessaging()
                .setDocumentation("By $process-message, answered at once; a repetition is answered as it was before");
        messages.definitions().forEach(definition -> messaging
                .addSupportedMessage()
                .setMode(EventCapabilityMode.RECEIVER)
                .setDefinition(definition));
        ours.getRest().forEach(rest -> {
            if (rest.getOperation().stream().anyMatch(operation -> EXPORT.equals(operation.getDefinition()))) {
                ours.addInstantiates(BULK_DATA);
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
