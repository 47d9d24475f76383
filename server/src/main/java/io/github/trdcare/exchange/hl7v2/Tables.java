package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.Optional;

/** What the codes of HL7 v2 are in FHIR: {@code hl7v2.yaml}. */
final class Tables {
    private final Row document;

    Tables(Knowledge knowledge) {
        this.document = knowledge.document("hl7v2.yaml");
    }

    /** The FHIR code of a v2 code; nothing where the table does not have it. */
    Optional<String> find(String table, String code) {
        return document.row(table).optional(code);
    }

    /** The FHIR code of what a field says; empty where it says nothing. */
    Optional<String> of(String table, Optional<Field> field) {
        return field.flatMap(each -> each.text(1).map(code -> find(table, code)
                .orElseThrow(() -> each.wrong(
                        V2Error.TABLE_VALUE,
                        "The code is not known here; known are "
                                + String.join(", ", document.row(table).names())))));
    }

    /** How often a drug is taken. */
    Optional<Row> repeat(String code) {
        return document.row("repeat").optionalRow(code);
    }
}
