package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.hl7v2.V2Message.Group;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;

/** ORM and OMG: orders of a treatment, such as a TMS course. */
final class OrderMapper implements Mapper {

    @Override
    public Set<String> events() {
        return Set.of("ORM^O01", "OMG^O19");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Reference subject = Patients.keep(message, types, draft);
        message.required("ORC");
        message.groups(List.of("ORC")).forEach(group -> order(group, subject, types, draft));
        return draft;
    }

    private static void order(Group group, Reference subject, Datatypes types, Draft draft) {
        Line orc = group.required("ORC");
        Line obr = group.required("OBR");
        Identifier number = types.ei(Orders.number(group), "order");
        ServiceRequest order = new ServiceRequest()
                .addIdentifier(number)
                .setSubject(subject)
                .setStatus(ServiceRequestStatus.fromCode(Orders.status(group, types)))
                .setIntent(ServiceRequestIntent.ORDER)
                .setCode(types.concept(obr.required(4, "What is ordered (OBR-4)")));
        orc.first(9).map(types.times()::dateTime).ifPresent(order::setAuthoredOnElement);
        orc.first(12).or(() -> obr.first(16)).map(types::xcn).ifPresent(order::setRequester);
        obr.first(36).or(() -> orc.first(15)).map(types.times()::dateTime).ifPresent(order::setOccurrence);
        obr.first(5)
                .flatMap(each -> each.text(1))
                .or(() -> obr.text(27, 6))
                .flatMap(code -> types.tables().find("priority", code))
                .ifPresent(code -> order.setPriority(ServiceRequestPriority.fromCode(code)));
        obr.all(31).forEach(reason -> order.addReasonCode(types.concept(reason)));
        group.all("DG1").stream()
                .flatMap(line -> line.all(3).stream())
                .forEach(reason -> order.addReasonCode(types.concept(reason)));
        Orders.notes(group, types).forEach(order::addNote);
        Unsaid.goes(order, "authoredOn", orc, 9);
        Unsaid.goes(order, "requester", orc, 12);
        Unsaid.goes(order, "occurrence[x]", obr, 36);
        Unsaid.goes(order, "priority", obr, 5);
        Unsaid.goes(order, "reasonCode", obr, 31);
        draft.put(order, number);
    }
}
