package io.github.trdcare.structure;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.UriType;

/** What the parser lets through although FHIR's data types do not (R4, 2.24.0.1). */
final class PrimitiveForm {
    private static final Pattern TIME_WITHOUT_ZONE = Pattern.compile(".*T.*(?<!Z)(?<![+-]\\d\\d:\\d\\d)");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private PrimitiveForm() {}

    /** What is wrong with this value, if anything. */
    static Optional<String> fault(IBase value) {
        if (value instanceof InstantType instant && instant.hasValue() && !isWhole(instant.getValueAsString())) {
            return Optional.of("An instant has a date, a time to the second and a time zone.");
        }
        if (value instanceof DateTimeType time
                && time.hasValue()
                && TIME_WITHOUT_ZONE.matcher(time.getValueAsString()).matches()) {
            return Optional.of("A time of day needs a time zone (Z, or an offset such as +01:00).");
        }
        if (value instanceof UriType uri
                && uri.hasValue()
                && SPACE.matcher(uri.getValue()).find()) {
            return Optional.of("An address (uri, url, canonical, oid, uuid) has no space.");
        }
        return Optional.empty();
    }

    private static boolean isWhole(String instant) {
        return instant.contains("T") && !TIME_WITHOUT_ZONE.matcher(instant).matches();
    }
}
