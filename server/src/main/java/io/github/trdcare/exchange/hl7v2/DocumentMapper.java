package io.github.trdcare.exchange.hl7v2;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContentComponent;
import org.hl7.fhir.r4.model.DocumentReference.DocumentRelationshipType;
import org.hl7.fhir.r4.model.DocumentReference.ReferredDocumentStatus;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;

/** MDM: documents with their content, their replacement and their withdrawal. */
final class DocumentMapper implements Mapper {
    private static final Set<String> TEXTS = Set.of("TX", "FT", "ST");
    private static final Set<String> ADDENDA = Set.of("T06");
    private static final String WITHDRAWN = "T11";

    @Override
    public Set<String> events() {
        return Set.of("MDM^T02", "MDM^T04", "MDM^T06", "MDM^T08", "MDM^T10", "MDM^T11");
    }

    @Override
    public Draft map(V2Message message, Datatypes types) {
        Draft draft = new Draft();
        Reference subject = Patients.keep(message, types, draft);
        Line txa = message.required("TXA");
        String trigger = message.event().substring("MDM^".length());
        Identifier number = types.ei(txa.required(12, "The number of the document (TXA-12)"), "document");
        DocumentReference document = new DocumentReference()
                .setMasterIdentifier(number)
                .setSubject(subject)
                .setStatus(
                        trigger.equals(WITHDRAWN)
                                ? DocumentReferenceStatus.ENTEREDINERROR
                                : DocumentReferenceStatus.CURRENT)
                .setType(type(txa, types));
        document.addIdentifier(number.copy());
        types.tables()
                .of("document-completion", txa.first(17))
                .ifPresent(code -> document.setDocStatus(ReferredDocumentStatus.fromCode(code)));
        txa.first(6).or(() -> txa.first(4)).map(types.times()::instant).ifPresent(document::setDateElement);
        txa.all(9).forEach(author -> document.addAuthor(types.xcn(author)));
        txa.first(13)
                .map(parent -> types.ei(parent, "document"))
                .filter(parent -> !parent.getValue().equals(number.getValue()))
                .ifPresent(parent -> document.addRelatesTo()
                        .setCode(
                                ADDENDA.contains(trigger)
                                        ? DocumentRelationshipType.APPENDS
                                        : DocumentRelationshipType.REPLACES)
                        .setTarget(new Reference().setType("DocumentReference").setIdentifier(parent)));
        Unsaid.goes(document, "docStatus", txa, 17);
        Unsaid.goes(document, "author", txa, 9);
        Unsaid.goes(document, "relatesTo", txa, 13);
        content(message, types, trigger.equals(WITHDRAWN)).forEach(document::addContent);
        draft.put(document, number);
        return draft;
    }

    private static org.hl7.fhir.r4.model.CodeableConcept type(Line txa, Datatypes types) {
        return types.concept(txa.required(2, "The type of the document (TXA-2)"));
    }

    /** All lines of text are one content; each encapsulated document is one of its own. */
    private static List<DocumentReferenceContentComponent> content(
            V2Message message, Datatypes types, boolean withdrawn) {
        List<Line> lines = message.lines().stream()
                .filter(line -> line.name().equals("OBX"))
                .toList();
        List<DocumentReferenceContentComponent> contents = new java.util.ArrayList<>();
        String text = String.join(
                "\n",
                lines.stream()
                        .filter(line -> line.text(2).filter(TEXTS::contains).isPresent())
                        .flatMap(line -> types.texts(line.all(5)).stream())
                        .toList());
        if (!text.isEmpty()) {
            contents.add(new DocumentReferenceContentComponent(new Attachment()
                    .setContentType("text/plain;charset=utf-8")
                    .setData(text.getBytes(StandardCharsets.UTF_8))));
        }
        lines.stream()
                .filter(line -> line.text(2).filter("ED"::equals).isPresent())
                .map(line -> new DocumentReferenceContentComponent(
                        encapsulated(line.required(5, "The document (OBX-5)"), types)))
                .forEach(contents::add);
        if (contents.isEmpty() && !withdrawn) {
            throw new V2RefusedException(
                    V2Error.REQUIRED_FIELD,
                    "OBX.1.5",
                    "The content of the document is missing: an OBX of type TX, FT or ED");
        }
        if (contents.isEmpty()) {
            contents.add(
                    new DocumentReferenceContentComponent(new Attachment().setTitle("Withdrawn without its content")));
        }
        return contents;
    }

    /** ED: kind, subtype, encoding, data. */
    private static Attachment encapsulated(Field field, Datatypes types) {
        String kind = field.text(2)
                .flatMap(code -> types.tables().find("media-type", code.toUpperCase(Locale.ROOT)))
                .orElse("application");
        String subtype = field.text(3).orElse("octet-stream").toLowerCase(Locale.ROOT);
        String data = field.text(5)
                .orElseThrow(() -> field.wrong(V2Error.REQUIRED_FIELD, "The data are missing in the fifth component"));
        return new Attachment().setContentType(kind + "/" + subtype).setData(decoded(field, data));
    }

    private static byte[] decoded(Field field, String data) {
        Optional<String> encoding = field.text(4);
        if (encoding.filter("Base64"::equalsIgnoreCase).isEmpty()) {
            return data.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(data.replaceAll("\\s", ""));
        } catch (IllegalArgumentException broken) {
            throw field.wrong(V2Error.DATA_TYPE, "The data are no Base64");
        }
    }
}
