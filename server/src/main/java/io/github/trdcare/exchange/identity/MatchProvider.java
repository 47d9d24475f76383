package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.door.RefusedException;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntrySearchComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who a person may be among the patients of this server. */
@Component
class MatchProvider implements OperationProvider {
    private static final String GRADE = "http://hl7.org/fhir/StructureDefinition/match-grade";
    private static final int MOST = 50;
    private static final int LONGEST_CHAIN = 10;

    private final ResourceStore store;
    private final Likeness likeness;

    MatchProvider(ResourceStore store, Knowledge knowledge) {
        this.store = store;
        this.likeness = new Likeness(knowledge);
    }

    /** The patients who may be the one asked for, the likeliest first, each with a score and its grade. */
    @Operation(
            name = "$match",
            typeName = "Patient",
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/Patient-match")
    public Bundle match(
            @OperationParam(name = "resource", min = 1, max = 1) @Nullable Patient asked,
            @OperationParam(name = "onlyCertainMatches", max = 1) @Nullable BooleanType onlyCertain,
            @OperationParam(name = "count", max = 1) @Nullable IntegerType count,
            ServletRequestDetails request) {
        if (asked == null) {
            throw RefusedException.unreadable(
                    "resource", "$match needs the Patient to look for as its parameter resource");
        }
        if (count != null && count.getValue() < 1) {
            throw RefusedException.unreadable("count", "count is the most patients to answer, 1 or more");
        }
        boolean certain = onlyCertain != null && onlyCertain.booleanValue();
        Bundle bundle = new Bundle().setType(BundleType.SEARCHSET);
        List<Candidate> found = scored(asked, candidates(asked).values()).values().stream()
                .filter(each -> each.match().grade() != MatchGrade.CERTAINLY_NOT)
                .filter(each -> !certain || each.match().grade() == MatchGrade.CERTAIN)
                .toList();
        if (certain && found.size() > 1) {
            // Of several, none is certainly the one; who wants to choose asks without the word.
            return bundle.setTotal(0);
        }
        found.stream()
                .sorted(Comparator.comparing((Candidate each) -> each.match().score())
                        .reversed()
                        .thenComparing(each -> each.patient().getIdElement().getIdPart()))
                .limit(count == null ? MOST : count.getValue())
                .forEach(each -> add(bundle, each, request.getFhirServerBase()));
        return bundle.setTotal(bundle.getEntry().size());
    }

    /** Of a record that has ended the one that goes on is answered, by whichever of the two is more alike. */
    private Map<String, Candidate> scored(Patient asked, Collection<Patient> found) {
        Map<String, Candidate> candidates = new LinkedHashMap<>();
        for (Patient stored : found) {
            Match match = likeness.compare(asked, stored);
            goingOn(stored)
                    .ifPresent(patient -> candidates.merge(
                            patient.getIdElement().getIdPart(),
                            new Candidate(patient, match),
                            (one, other) ->
                                    one.match().score().compareTo(other.match().score()) >= 0 ? one : other));
        }
        return candidates;
    }

    private Optional<Patient> goingOn(Patient stored) {
        Optional<Patient> goingOn = Optional.of(stored);
        for (int links = 0; links < LONGEST_CHAIN; links++) {
            Optional<String> successor = goingOn.flatMap(PatientLinks::successor);
            if (successor.isEmpty()) {
                return goingOn;
            }
            goingOn = store.read(Patient.class, successor.get().substring("Patient/".length()));
        }
        return Optional.empty();
    }

    private static void add(Bundle bundle, Candidate candidate, String server) {
        BundleEntrySearchComponent search = bundle.addEntry()
                .setFullUrl(server + "/" + References.to(candidate.patient()))
                .setResource(candidate.patient())
                .getSearch();
        search.setMode(SearchEntryMode.MATCH).setScore(candidate.match().score());
        search.addExtension(GRADE, new CodeType(candidate.match().grade().code()));
    }

    /** Whoever shares a number, the day of birth or the whole name; nobody else earns enough points. */
    private Map<String, Patient> candidates(Patient asked) {
        Map<String, Patient> candidates = new LinkedHashMap<>();
        Stream.of(byIdentifier(asked), byBirthDate(asked), byName(asked))
                .flatMap(searches -> searches)
                .flatMap(search -> find(search))
                .forEach(patient -> candidates.put(patient.getIdElement().getIdPart(), patient));
        return candidates;
    }

    private Stream<Patient> find(String search) {
        try {
            return store.find(Patient.class, search).stream();
        } catch (BaseServerResponseException unsearchable) {
            throw RefusedException.unreadable("resource", "The Patient holds a value that cannot be looked for");
        }
    }

    private static Stream<String> byIdentifier(Patient asked) {
        return asked.getIdentifier().stream()
                .filter(number -> number.getSystem() != null && MatchUrl.isSearchable(number))
                .map(MatchUrl::byIdentifier);
    }

    private static Stream<String> byBirthDate(Patient asked) {
        return asked.getBirthDateElement().hasValue()
                ? Stream.of("birthdate=" + asked.getBirthDateElement().getValueAsString())
                : Stream.empty();
    }

    private static Stream<String> byName(Patient asked) {
        return asked.getName().stream()
                .filter(name -> name.getFamilyElement().hasValue())
                .filter(name -> !name.getGivenAsSingleString().isBlank())
                .map(name -> "family=" + UrlUtil.escapeUrlParam(name.getFamily()) + "&given="
                        + UrlUtil.escapeUrlParam(name.getGivenAsSingleString().split(" ")[0]));
    }

    private record Candidate(Patient patient, Match match) {}
}
