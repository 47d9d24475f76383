package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.assessment.Scales;
import io.github.trdcare.knowledge.Knowledge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who maps which message. */
final class Mappers {
    private final ResultMapper results;
    private final Map<String, Mapper> byEvent = new HashMap<>();

    Mappers(Knowledge knowledge) {
        this.results = new ResultMapper(Scales.read(knowledge));
        List.of(
                        new AdmissionMapper(),
                        new MergeMapper(),
                        results,
                        new OrderMapper(),
                        new MedicationOrderMapper(),
                        new AppointmentMapper(),
                        new DocumentMapper())
                .forEach(mapper -> mapper.events().forEach(event -> byEvent.put(event, mapper)));
    }

    ResultMapper results() {
        return results;
    }

    /** Refuses what nobody maps: by its type, or by its event where the type is known. */
    Mapper of(V2Message message) {
        String event = message.event();
        return Optional.ofNullable(byEvent.get(event)).orElseThrow(() -> {
            String code = event.split("\\^")[0];
            boolean known = !code.isEmpty() && byEvent.keySet().stream().anyMatch(each -> each.startsWith(code + "^"));
            return known
                    ? new V2RefusedException(
                            V2Error.EVENT_CODE, "MSH.1.9", "Of this type the server takes the events " + events(code))
                    : new V2RefusedException(
                            V2Error.MESSAGE_TYPE,
                            "MSH.1.9",
                            "The server takes ADT, ORU, ORM, OMG, OMP, RDE, SIU and MDM messages");
        });
    }

    private String events(String code) {
        return String.join(
                ", ",
                byEvent.keySet().stream()
                        .filter(each -> each.startsWith(code + "^"))
                        .map(each -> each.substring(code.length() + 1))
                        .sorted()
                        .toList());
    }
}
