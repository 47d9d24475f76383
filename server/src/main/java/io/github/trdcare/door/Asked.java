package io.github.trdcare.door;

import io.github.trdcare.chart.Chart;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Condition;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that several operations take, and refuses those that fit nothing. */
public final class Asked {
    private static final String CONDITION = "Condition/";

    private Asked() {}

    /** The episode asked for, as {@code Condition/id}; it must be one of the patient's. */
    public static Optional<String> condition(@Nullable IPrimitiveType<String> condition, Chart chart) {
        return text(condition).map(asked -> {
            String reference = asked.contains("/") ? asked : CONDITION + asked;
            if (!reference.startsWith(CONDITION)) {
                throw RefusedException.unfit("condition", "A Condition is expected, as in Condition/1");
            }
            if (chart.find(Condition.class, reference).isEmpty()) {
                throw RefusedException.notFound(reference + " of this patient");
            }
            return reference;
        });
    }

    /** What goes by a name, the default where none is asked for. */
    public static <T> T named(
            String parameter, @Nullable IPrimitiveType<String> name, String byDefault, Map<String, T> known) {
        String asked = text(name).orElse(byDefault);
        T found = known.get(asked);
        if (found == null) {
            throw RefusedException.unfit(
                    parameter, "No " + parameter + " is named so; known are " + String.join(", ", known.keySet()));
        }
        return found;
    }

    public static Optional<String> text(@Nullable IPrimitiveType<String> value) {
        return Optional.ofNullable(value).map(IPrimitiveType::getValue).filter(text -> !text.isBlank());
    }
}
