package io.github.trdcare.eligibility;

import io.github.trdcare.chart.Chart;
import io.github.trdcare.chart.References;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a payer's desk gets to see: the patient, the insurance, what the verdict rests on, and what these records name. A plan
 * that they name stays out: it would draw in the whole record, of which a payer needs no more than the evidence.
 */
public final class Packet {
    private static final Set<String> PEOPLE_PLACES_AND_THINGS =
            Set.of("Practitioner", "PractitionerRole", "Organization", "Location", "Device");

    private Packet() {}

    /** The records of the chart, the cited ones first, each once. */
    public static List<Resource> of(Chart chart, EligibilityVerdict verdict) {
        Map<String, Resource> known = chart.all(Resource.class).stream()
                .filter(resource -> !(resource instanceof CarePlan))
                .collect(Collectors.toMap(References::to, Function.identity()));
        Deque<String> open = new ArrayDeque<>();
        Stream.concat(chart.all(Patient.class).stream(), chart.all(Coverage.class).stream())
                .map(References::to)
                .forEach(open::add);
        open.addAll(verdict.packet());
        Map<String, Resource> packet = new LinkedHashMap<>();
        while (!open.isEmpty()) {
            String next = open.remove();
            Resource resource = known.get(next);
            if (resource != null && packet.putIfAbsent(next, resource) == null) {
                open.addAll(named(resource).toList());
            }
        }
        return List.copyOf(packet.values());
    }

    /** The people, places and devices that records name and that are not among them. */
    public static Set<String> missing(Collection<Resource> records) {
        Set<String> there = records.stream().map(References::to).collect(Collectors.toSet());
        return records.stream()
                .flatMap(Packet::named)
                .filter(reference ->
                        PEOPLE_PLACES_AND_THINGS.contains(reference.split("/")[0]) && !there.contains(reference))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> named(Base element) {
        return element.children().stream()
                .flatMap(child -> child.getValues().stream())
                .flatMap(value ->
                        value instanceof Reference reference ? Stream.of(References.of(reference)) : named(value));
    }
}
