package io.github.trdcare.exchange.hl7v2.out;

import static io.github.trdcare.exchange.hl7v2.out.Segments.parts;

import io.github.trdcare.exchange.hl7v2.out.Segments.Line;
import io.github.trdcare.knowledge.Row;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;

/** Says in HL7 v2 what FHIR says: the same tables as for what comes in, read backwards. */
final class Wording {
    /** Time zones differ by less than this many characters. */
    private static final int DAY = "2026-01-01".length();

    private final Row tables;
    private final Map<String, String> authorities;
    private final ZoneId zone;

    Wording(Row tables, Map<String, String> systems, ZoneId zone) {
        this.tables = tables;
        this.authorities = systems.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> one));
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    Row tables() {
        return tables;
    }

    /** PID: numbers, name, birth, gender. */
    Line pid(Patient patient) {
        List<Identifier> numbers = patient.getIdentifier().stream()
                .filter(number -> number.getValueElement().hasValue())
                .toList();
        Line pid = new Line("PID")
                .with(1, "1")
                .with(
                        3,
                        numbers.isEmpty()
                                ? parts(patient.getIdElement().getIdPart(), "", "", "TRD-CARE", "PI")
                                : numbers.stream().map(this::number).collect(Collectors.joining("~")))
                .with(5, patient.getName().stream().map(Wording::name).collect(Collectors.joining("~")));
        if (patient.getBirthDateElement().hasValue()) {
            pid.with(7, patient.getBirthDateElement().getValueAsString().replace("-", ""));
        }
        if (patient.getGenderElement().hasValue()) {
            pid.with(8, backwards("gender", patient.getGender().toCode()));
        }
        return pid;
    }

    private String number(Identifier identifier) {
        String system = String.valueOf(identifier.getSystem());
        String type = identifier.getType().getCoding().stream()
                .filter(coding -> coding.getCodeElement().hasValue())
                .map(Coding::getCode)
                .findFirst()
                .orElse("");
        String authority = authorities.getOrDefault(system, "");
        if (!authority.isEmpty()) {
            return parts(identifier.getValue(), "", "", authority, type);
        }
        String universal = system.startsWith("urn:oid:")
                ? "&" + Segments.text(system.substring("urn:oid:".length())) + "&ISO"
                : "&" + Segments.text(system) + "&URI";
        return parts(identifier.getValue()) + "^^^"
                + (identifier.getSystemElement().hasValue() ? universal : "")
                + (type.isEmpty() ? "" : "^" + Segments.text(type));
    }

    private static String name(HumanName name) {
        List<String> given = name.getGiven().stream()
                .filter(StringType::hasValue)
                .map(StringType::getValue)
                .toList();
        return parts(
                words(name.getFamilyElement()),
                given.isEmpty() ? "" : given.get(0),
                given.stream().skip(1).collect(Collectors.joining(" ")));
    }

    /** The first two codings; the words where there is none. */
    String concept(CodeableConcept concept) {
        String codings = concept.getCoding().stream()
                .limit(2)
                .map(coding -> String.join(
                        "^",
                        Segments.text(words(coding.getCodeElement())),
                        Segments.text(words(coding.getDisplayElement())),
                        Segments.text(system(coding))))
                .collect(Collectors.joining("^"));
        return codings.isEmpty() ? parts("", words(concept.getTextElement())) : codings;
    }

    /** An element may hold no more than an extension that says why it has no value. */
    static String words(PrimitiveType<String> element) {
        return element.hasValue() ? element.getValue() : "";
    }

    private String system(Coding coding) {
        String system = String.valueOf(coding.getSystem());
        return tables.row("coding-systems").names().stream()
                .filter(name -> system.equals(tables.row("coding-systems").text(name)))
                .findFirst()
                .orElse("L");
    }

    /** As exactly as it is known. */
    String time(BaseDateTimeType time) {
        String written = time.getValueAsString();
        return written.length() <= DAY
                ? written.replace("-", "")
                : Segments.time(time.getValue().toInstant(), zone);
    }

    String backwards(String table, String code) {
        Row row = tables.row(table);
        return row.names().stream()
                .filter(name -> code.equals(row.text(name)))
                .findFirst()
                .orElse("U");
    }
}
