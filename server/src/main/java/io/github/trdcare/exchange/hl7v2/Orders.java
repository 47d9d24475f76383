package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.hl7v2.V2Message.Group;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Annotation;

/** Reads ORC: the number of an order and how far it is. */
final class Orders {

    private Orders() {}

    /** ORC-2; where the placer gave none, the filler's ORC-3. */
    static Field number(Group group) {
        Line orc = group.required("ORC");
        orc.keeps(2, "The number of the order (ORC-2)");
        return orc.first(2)
                .or(() -> orc.first(3))
                .orElseThrow(() -> orc.wrong(V2Error.REQUIRED_FIELD, 2, "The number of the order (ORC-2) is missing"));
    }

    /** FHIR's request status: by what ORC-1 asks for, else by ORC-5. */
    static String status(Group group, Datatypes types) {
        Line orc = group.required("ORC");
        Field control = orc.required(1, "What to do with the order (ORC-1)");
        Optional<String> said = control.text(1);
        if (said.filter(code -> code.equals("SC") || code.equals("SN")).isPresent()) {
            return types.tables().of("order-status", orc.first(5)).orElse("active");
        }
        return types.tables().of("order-control", Optional.of(control)).orElse("active");
    }

    /** What the placer wrote beside the order. */
    static Stream<Annotation> notes(Group group, Datatypes types) {
        return group.all("NTE").stream()
                .map(note -> String.join("\n", types.texts(note.all(3))))
                .filter(note -> !note.isEmpty())
                .map(note -> new Annotation().setText(note));
    }
}
