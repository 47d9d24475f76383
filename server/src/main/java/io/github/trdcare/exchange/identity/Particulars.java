package io.github.trdcare.exchange.identity;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** What tells one person from another, in a form that can be compared. */
record Particulars(Patient patient) {

    /** Only by system and value together: a system alone is shared by everyone who has a number of its kind. */
    boolean sharesIdentifier(Particulars other) {
        return share(identifiers(), other.identifiers());
    }

    boolean sharesFamily(Particulars other) {
        return share(families(), other.families());
    }

    boolean sharesGiven(Particulars other) {
        return share(givens(), other.givens());
    }

    boolean sharesAddress(Particulars other) {
        return share(addresses(), other.addresses());
    }

    boolean sameBirthDate(Particulars other) {
        return birthDate().isPresent() && birthDate().equals(other.birthDate());
    }

    /** A year alone contradicts no day of that year. */
    boolean otherBirthDate(Particulars other) {
        return birthDate().isPresent()
                && other.birthDate().isPresent()
                && !birthDate().get().startsWith(other.birthDate().get())
                && !other.birthDate().get().startsWith(birthDate().get());
    }

    boolean sameGender(Particulars other) {
        return gender().isPresent() && gender().equals(other.gender());
    }

    boolean otherGender(Particulars other) {
        return gender().isPresent() && other.gender().isPresent() && !gender().equals(other.gender());
    }

    /** A number that is out of use tells nothing, unless it came with a record that was merged into this one. */
    private Set<List<String>> identifiers() {
        return patient.getIdentifier().stream()
                .filter(identifier -> isSaid(identifier.getSystem()) && isSaid(identifier.getValue()))
                .filter(identifier ->
                        identifier.getUse() != Identifier.IdentifierUse.OLD || PatientLinks.isSuccessor(patient))
                .map(identifier -> List.of(
                        identifier.getSystem().strip(), identifier.getValue().strip()))
                .collect(Collectors.toSet());
    }

    private Set<String> families() {
        return words(patient.getName().stream().map(HumanName::getFamily));
    }

    private Set<String> givens() {
        return words(patient.getName().stream()
                .flatMap(name -> name.getGiven().stream().map(StringType::getValue)));
    }

    private Set<List<String>> addresses() {
        return patient.getAddress().stream()
                .filter(address -> isSaid(address.getPostalCode()) && address.hasLine())
                .map(Particulars::place)
                .collect(Collectors.toSet());
    }

    private static List<String> place(Address address) {
        return List.of(
                word(address.getPostalCode()),
                address.getLine().stream()
                        .map(StringType::getValue)
                        .filter(Particulars::isSaid)
                        .map(Particulars::word)
                        .collect(Collectors.joining(" ")));
    }

    private Optional<String> birthDate() {
        return Optional.ofNullable(patient.getBirthDateElement().getValueAsString());
    }

    private Optional<AdministrativeGender> gender() {
        return Optional.ofNullable(patient.getGender()).filter(gender -> gender != AdministrativeGender.UNKNOWN);
    }

    private static Set<String> words(Stream<String> said) {
        return said.filter(Particulars::isSaid).map(Particulars::word).collect(Collectors.toSet());
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Without accents, case and double spaces, as registries write names in many ways. */
    private static String word(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean share(Set<?> some, Set<?> others) {
        return !Collections.disjoint(some, others);
    }
}
