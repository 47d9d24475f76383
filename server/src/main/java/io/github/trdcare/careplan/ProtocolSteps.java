package io.github.trdcare.careplan;

import io.github.trdcare.chart.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionKind;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/** Whether a protocol can be carried out as it is published. */
final class ProtocolSteps {
    private static final List<ActivityDefinitionKind> KINDS = List.of(
            ActivityDefinitionKind.SERVICEREQUEST,
            ActivityDefinitionKind.MEDICATIONREQUEST,
            ActivityDefinitionKind.TASK);

    private ProtocolSteps() {}

    static List<Refusal> check(Protocol protocol) {
        return Stream.concat(
                        Stream.of(protocol).flatMap(each -> ofProtocol(each).stream()),
                        protocol.steps().stream().flatMap(step -> ofStep(step, protocol).stream()))
                .toList();
    }

    private static Optional<Refusal> ofProtocol(Protocol protocol) {
        if (!protocol.definition().hasUrl()) {
            return Optional.of(
                    Refusal.content("protocol-unfit", "PlanDefinition.url", "The protocol has no address", "a url"));
        }
        return protocol.definition().getStatus() == PublicationStatus.RETIRED
                ? Optional.of(Refusal.content(
                        "protocol-unfit", "PlanDefinition.status", "The protocol is retired", "an active protocol"))
                : Optional.empty();
    }

    private static Optional<Refusal> ofStep(PlanDefinitionActionComponent step, Protocol protocol) {
        if (!step.hasDefinition()) {
            return Optional.empty();
        }
        return protocol.definitionOf(step)
                .map(definition ->
                        definition instanceof ActivityDefinition activity && !KINDS.contains(activity.getKind())
                                ? Optional.of(unfit(step, "is of a kind that is not carried out here", KINDS))
                                : Optional.<Refusal>empty())
                .orElseGet(() -> Optional.of(unfit(
                        step, "is not on this server", "an ActivityDefinition or PlanDefinition that is stored here")));
    }

    private static Refusal unfit(PlanDefinitionActionComponent step, String text, Object right) {
        return Refusal.content(
                "protocol-unfit",
                "PlanDefinition.action.where(title = '" + step.getTitle() + "').definition",
                "The definition of the step " + step.getTitle() + " " + text,
                right);
    }
}
