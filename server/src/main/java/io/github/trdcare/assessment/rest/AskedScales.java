package io.github.trdcare.assessment.rest;

import io.github.trdcare.assessment.Scale;
import io.github.trdcare.assessment.Scales;
import io.github.trdcare.door.RefusedException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.jspecify.annotations.Nullable;

/** Reads which scales an operation is asked about, by their keys or by the codes of their totals. */
public final class AskedScales {

    private AskedScales() {}

    /** None asked for means every scale. */
    public static List<Scale> of(@Nullable List<CodeType> asked, Scales known) {
        return Optional.ofNullable(asked).orElse(List.of()).stream()
                .map(each -> known.find(String.valueOf(each.getValue())).orElseThrow(() -> unknown(known)))
                .toList();
    }

    private static RefusedException unknown(Scales known) {
        return RefusedException.unfit(
                "scale",
                "No scale is named so; known are "
                        + String.join(", ", known.all().stream().map(Scale::key).toList()));
    }
}
