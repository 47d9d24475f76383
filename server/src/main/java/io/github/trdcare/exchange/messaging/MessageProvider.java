package io.github.trdcare.exchange.messaging;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.door.Body;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Takes a FHIR message, and answers it by one. */
@Component
class MessageProvider implements OperationProvider {
    private final MessageReception reception;

    MessageProvider(MessageReception reception) {
        this.reception = reception;
    }

    /** At once: whether a message is taken stands in the answer, not in the HTTP status. */
    @Operation(
            name = "$process-message",
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/MessageHeader-process-message")
    public Bundle process(ServletRequestDetails request) {
        Resource body = Body.of(request);
        refuseOthers(request, body);
        String origin = "http " + request.getServletRequest().getRemoteAddr();
        return MessageAnswer.read(reception.receive(Message.of(body), request.loadRequestContents(), origin));
    }

    private static void refuseOthers(ServletRequestDetails request, Resource body) {
        Stream<String> inBody = body instanceof Parameters parameters
                ? parameters.getParameter().stream().map(each -> each.getName() + "")
                : Stream.empty();
        TreeSet<String> asked = new TreeSet<>(Stream.concat(inBody, request.getParameters().keySet().stream())
                .filter(name -> !name.startsWith("_") && !name.equals("content"))
                .toList());
        if (List.of("async", "response-url").stream().anyMatch(asked::contains)) {
            throw RefusedException.unreadable(
                    asked.first(),
                    "The server answers a message at once, in the response; leave out async and response-url");
        }
        if (!asked.isEmpty()) {
            throw RefusedException.unreadable(
                    asked.first(), "$process-message has no parameter " + asked.first() + "; it has content");
        }
    }
}
