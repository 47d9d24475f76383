package io.github.trdcare.exchange.hl7v2;

import ca.uhn.fhir.util.UrlUtil;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.Units;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Turns the data types of HL7 v2 into those of FHIR, as the HL7 v2-to-FHIR guide does. */
final class Datatypes {
    private static final String V2 = Ours.BASE + "/hl7v2/";
    private static final String IDENTIFIER_TYPE = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final Tables tables;
    private final Map<String, String> systems;
    private final Times times;
    private final String facility;

    /**
     * @param systems by the name of an assigning authority or a coding system, the URI that a clinic gives it
     */
    Datatypes(Tables tables, Map<String, String> systems, ZoneId zone, V2Message message) {
        this.tables = tables;
        this.systems = systems;
        this.times = Times.of(message, zone);
        this.facility = firstPart(message.header(), 4)
                .orElse(firstPart(message.header(), 3).orElse("unknown"));
    }

    private static Optional<String> firstPart(Header header, int number) {
        return Optional.of(header.field(number).split(java.util.regex.Pattern.quote(header.component()), 2)[0])
                .filter(text -> !text.isBlank());
    }

    Tables tables() {
        return tables;
    }

    Times times() {
        return times;
    }

    /** CX: number and assigner, of the sending facility where none is named. */
    Identifier cx(Field field) {
        Identifier identifier = identifier(number(field), assigner(field, 4, 1).orElseGet(() -> system(facility)));
        field.text(5).ifPresent(type -> identifier
                .getType()
                .addCoding()
                .setSystem(IDENTIFIER_TYPE)
                .setCode(type));
        return identifier;
    }

    /** EI: number and assigner, told apart by what it numbers. */
    Identifier ei(Field field, String kind) {
        String system = Optional.ofNullable(systems.get(field.text(2).orElse("")))
                .or(() -> universal(field.text(3), field.text(4)))
                .orElseGet(() -> unmapped(field.text(2).orElse(facility), kind));
        return identifier(number(field), system);
    }

    /** A part of what the sender numbers, which has no number of its own. */
    static Identifier part(Identifier whole, String... parts) {
        return identifier(whole.getSystem() + "#" + whole.getValue() + "." + String.join(".", parts), V2 + "result");
    }

    /** PV1-19: the number of a visit, told apart from that of a patient by the same assigner. */
    Identifier visit(Field field) {
        Identifier number = cx(field);
        return number.getSystem().startsWith(V2) ? number.setSystem(number.getSystem() + "/visit") : number;
    }

    private static Identifier identifier(String value, String system) {
        return new Identifier().setSystem(system).setValue(value);
    }

    private static String number(Field field) {
        return field.text(1)
                .orElseThrow(() ->
                        field.wrong(V2Error.REQUIRED_FIELD, "The number itself is missing in the first component"));
    }

    private Optional<String> assigner(Field field, int component, int subcomponent) {
        return field.text(component, subcomponent)
                .map(name -> Optional.ofNullable(systems.get(name))
                        .or(() -> universal(
                                field.text(component, subcomponent + 1), field.text(component, subcomponent + 2)))
                        .orElseGet(() -> system(name)))
                .or(() -> universal(field.text(component, subcomponent + 1), field.text(component, subcomponent + 2)));
    }

    private static Optional<String> universal(Optional<String> id, Optional<String> type) {
        return id.flatMap(value -> type.map(kind -> switch (kind) {
            case "ISO" -> "urn:oid:" + value;
            case "UUID" -> "urn:uuid:" + value;
            case "URI", "URL" -> value;
            default -> V2 + UrlUtil.escapeUrlParam(value);
        }));
    }

    private static String unmapped(String name, String kind) {
        return V2 + UrlUtil.escapeUrlParam(name) + "/" + kind;
    }

    private String system(String name) {
        return Optional.ofNullable(systems.get(name)).orElse(V2 + UrlUtil.escapeUrlParam(name));
    }

    /** CWE, CE, CNE: both codings and the text. */
    CodeableConcept concept(Field field) {
        CodeableConcept concept = new CodeableConcept();
        Stream.of(1, 4).forEach(first -> field.text(first)
                .ifPresent(code -> concept.addCoding(
                        new Coding(field.text(first + 2).map(this::codeSystem).orElse(null), code, null)
                                .setDisplay(field.text(first + 1).orElse(null)))));
        field.text(9).or(() -> field.text(2)).ifPresent(concept::setText);
        return concept;
    }

    private String codeSystem(String name) {
        return Optional.ofNullable(systems.get(name))
                .or(() -> tables.find("coding-systems", name))
                .orElseGet(() -> V2 + UrlUtil.escapeUrlParam(name));
    }

    /** XPN. */
    HumanName xpn(Field field) {
        HumanName name = new HumanName();
        field.text(1).ifPresent(name::setFamily);
        field.text(2).ifPresent(name::addGiven);
        field.text(3).ifPresent(name::addGiven);
        field.text(4).ifPresent(name::addSuffix);
        field.text(5).ifPresent(name::addPrefix);
        field.text(7)
                .flatMap(use -> tables.find("name-use", use))
                .map(HumanName.NameUse::fromCode)
                .ifPresent(name::setUse);
        return name;
    }

    /** XCN, told by name and number only: who it is among our practitioners is not known. */
    Reference xcn(Field field) {
        Reference person = new Reference();
        String name = Stream.of(field.text(6), field.text(3), field.text(2))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        field.text(1)
                .ifPresent(number -> person.setIdentifier(
                        identifier(number, assigner(field, 9, 1).orElseGet(() -> unmapped(facility, "person")))));
        return person.setDisplay(name.isEmpty() ? field.text(1).orElse("unknown") : name);
    }

    /** XAD. */
    Address xad(Field field) {
        Address address = new Address();
        field.text(1).ifPresent(address::addLine);
        field.text(2).ifPresent(address::addLine);
        return address.setCity(field.text(3).orElse(null))
                .setState(field.text(4).orElse(null))
                .setPostalCode(field.text(5).orElse(null))
                .setCountry(field.text(6).orElse(null))
                .setDistrict(field.text(9).orElse(null));
    }

    /** XTN: the number as it is written, put together from its parts, or an address of mail. */
    Optional<ContactPoint> xtn(Field field, ContactPoint.ContactPointUse use) {
        Optional<String> mail = field.text(4).filter(each -> each.contains("@"));
        Optional<String> number = field.text(12).or(() -> field.text(1)).or(() -> IntStream.of(5, 6, 7)
                .mapToObj(field::text)
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + "-" + other));
        return mail.map(value -> new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.EMAIL)
                        .setValue(value))
                .or(() -> number.map(value -> new ContactPoint()
                        .setSystem(ContactPoint.ContactPointSystem.PHONE)
                        .setValue(value)))
                .map(point -> point.setUse(use));
    }

    /** A number with its unit, in UCUM where it is that. */
    Quantity quantity(Field number, Optional<Field> unit) {
        return unit.map(this::unit).orElseGet(Quantity::new).setValue(decimal(number));
    }

    Quantity unit(Field field) {
        String code = field.text(1).orElse("");
        Quantity quantity = new Quantity().setUnit(field.text(2).orElse(code));
        boolean ucum = field.text(3).map("UCUM"::equals).orElse(true)
                && Units.unit(new Quantity().setSystem(Units.UCUM).setCode(code))
                        .isPresent();
        if (ucum) {
            return quantity.setSystem(Units.UCUM).setCode(code);
        }
        field.text(3).ifPresent(system -> quantity.setSystem(codeSystem(system)).setCode(code));
        return quantity;
    }

    BigDecimal decimal(Field field) {
        String text = field.text(1).orElse("");
        if (!text.matches("[+-]?\\d{1,12}(\\.\\d{0,9})?")) {
            throw field.wrong(V2Error.DATA_TYPE, "This is no number");
        }
        return new BigDecimal(text.replaceFirst("\\.$", ""));
    }

    List<String> texts(List<Field> fields) {
        return fields.stream().flatMap(field -> field.text(1).stream()).toList();
    }
}
