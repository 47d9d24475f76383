package io.github.trdcare.exchange.hl7v2;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.Segment;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One segment of a message.
 *
 * @param number its place among the segments of its name, from 1 on
 */
record Line(Segment segment, int number) {

    String name() {
        return segment.getName();
    }

    /** Every repetition of a field that says something; one that deletes says nothing here. */
    List<Field> all(int field) {
        return written(field).stream().filter(each -> !each.isDeletion()).toList();
    }

    /** Whether the sender deletes what it sent before: {@code ""} alone. */
    boolean deletes(int field) {
        return all(field).isEmpty() && !written(field).isEmpty();
    }

    /** A field that can be corrected, and left out, but not deleted. */
    void keeps(int field, String meaning) {
        if (deletes(field)) {
            throw wrong(V2Error.REQUIRED_FIELD, field, meaning + " cannot be deleted");
        }
    }

    private List<Field> written(int field) {
        try {
            var repetitions = segment.getField(field);
            return IntStream.range(0, repetitions.length)
                    .filter(index -> !isEmpty(repetitions[index]))
                    .mapToObj(index -> new Field(repetitions[index], place(field)))
                    .toList();
        } catch (HL7Exception unreadable) {
            throw wrong(V2Error.DATA_TYPE, field, "The field cannot be read");
        }
    }

    private static boolean isEmpty(ca.uhn.hl7v2.model.Type type) {
        try {
            return type.isEmpty();
        } catch (HL7Exception unreadable) {
            return true;
        }
    }

    Optional<Field> first(int field) {
        return all(field).stream().findFirst();
    }

    /** The first component of a field. */
    Optional<String> text(int field) {
        return text(field, 1);
    }

    Optional<String> text(int field, int component) {
        return first(field).flatMap(each -> each.text(component));
    }

    /** A field without which the message means nothing. */
    Field required(int field, String meaning) {
        keeps(field, meaning);
        return first(field).orElseThrow(() -> wrong(V2Error.REQUIRED_FIELD, field, meaning + " is missing"));
    }

    V2RefusedException wrong(V2Error error, int field, String message) {
        return new V2RefusedException(error, place(field), message);
    }

    private String place(int field) {
        return name() + "." + number + "." + field;
    }
}
