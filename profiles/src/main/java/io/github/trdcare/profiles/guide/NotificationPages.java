package io.github.trdcare.profiles.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.hl7.fhir.r4.model.SearchParameter;

/** Subscription topics, messages and search parameters: short facts. */
class NotificationPages {

    private static final List<String> FACTS = List.of("", "");
    private static final String TOPIC = "http://hl7.org/fhir/5.0/StructureDefinition/extension-SubscriptionTopic.";

    Page topic(Definition definition) {
        Basic topic = (Basic) definition.resource();
        List<List<Cell>> rows = new ArrayList<>();
        for (Extension trigger : topic.getExtensionsByUrl(TOPIC + "resourceTrigger")) {
            Extension query = trigger.getExtensionByUrl("queryCriteria");
            rows.add(fact("Fires on", interactions(trigger)));
            query.getExtension()
                    .forEach(
                            part -> rows.add(fact(part.getUrl(), part.getValue().primitiveValue())));
        }
        List<List<Cell>> filters = topic.getExtensionsByUrl(TOPIC + "canFilterBy").stream()
                .map(filter -> List.of(
                        Cell.of(part(filter, "filterParameter")).asCode(), Cell.of(part(filter, "description"))))
                .toList();
        return Page.of(
                definition,
                Section.table("When it fires", FACTS, rows),
                Section.table("Filters", List.of("Parameter", "Narrows to"), filters));
    }

    Page message(Definition definition) {
        MessageDefinition message = (MessageDefinition) definition.resource();
        List<List<Cell>> focus = message.getFocus().stream()
                .map(each -> List.of(Cell.of(each.getCode()).asCode(), Cell.of(each.getMin() + ".." + each.getMax())))
                .toList();
        return Page.of(
                definition,
                Section.table(
                        "How it is sent",
                        FACTS,
                        List.of(
                                fact("POST", "[base]/$process-message"),
                                fact("Event", message.getEventCoding().getCode()),
                                fact("Sent twice", "stored once, answered as before"),
                                fact("Answer", message.getResponseRequired().toCode()))),
                Section.table("What it is about", List.of("Focus", "Card."), focus));
    }

    Page search(Definition definition) {
        SearchParameter parameter = (SearchParameter) definition.resource();
        String bases = parameter.getBase().stream().map(base -> base.getValue()).collect(Collectors.joining(", "));
        String query = parameter.getBase().get(0).getValue() + "?" + parameter.getCode() + "=";
        return Page.of(
                definition,
                Section.table(
                        "How it is asked",
                        FACTS,
                        List.of(
                                fact("Query", query),
                                fact("Resources", bases),
                                fact("Type", parameter.getType().toCode()),
                                fact("Looks at", parameter.getExpression()))));
    }

    private static String interactions(Extension trigger) {
        return trigger.getExtensionsByUrl("supportedInteraction").stream()
                .map(held -> held.getValue().primitiveValue())
                .collect(Collectors.joining(", "));
    }

    private static List<Cell> fact(String label, String value) {
        return List.of(Cell.of(label), Cell.of(value).asCode());
    }

    private static String part(Extension extension, String name) {
        return extension.getExtensionByUrl(name).getValue().primitiveValue();
    }
}
