package io.github.trdcare.chart;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** A patient's record as it stands at a moment: each resource once, mistakes left out, in an order of its own. */
public final class Chart {
    private static final BinaryOperator<Resource> NEWER = BinaryOperator.maxBy(Comparator.comparing(
                    (Resource resource) -> resource.getMeta().getLastUpdated(),
                    Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(resource -> resource.getMeta().getVersionId(), Comparator.nullsFirst(Chart::byNumber)));

    private final List<Resource> resources;
    private final Instant asOf;
    private final ZoneId zone;

    private Chart(List<Resource> resources, Instant asOf, ZoneId zone) {
        this.resources = resources;
        this.asOf = asOf;
        this.zone = zone;
    }

    public static Chart of(Collection<? extends Resource> resources, Instant asOf, ZoneId zone) {
        TreeMap<String, Resource> each = resources.stream()
                .collect(Collectors.toMap(
                        References::to, Function.<Resource>identity(), NEWER::apply, TreeMap<String, Resource>::new));
        return new Chart(each.values().stream().filter(Mistakes::standsCorrect).toList(), asOf, zone);
    }

    public <T extends Resource> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    public <T extends Resource> Optional<T> find(Class<T> type, String reference) {
        return all(type).stream()
                .filter(resource -> References.to(resource).equals(reference))
                .findFirst();
    }

    public Instant asOf() {
        return asOf;
    }

    /** The calendar day of the moment asked about, in the clinic's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(asOf, zone);
    }

    public ZoneId zone() {
        return zone;
    }

    public Moment moment(BaseDateTimeType value) {
        return Moment.of(value, zone);
    }

    /** A date, time or period that has begun by now; its end is left open while it lies ahead. */
    public Optional<Span> span(Type value) {
        if (value instanceof Period period && period.hasStart()) {
            Optional<Moment> end = Optional.of(period.getEndElement())
                    .filter(Type::hasPrimitiveValue)
                    .map(this::moment);
            return begun(new Span(moment(period.getStartElement()), end.filter(this::past)));
        }
        if (value instanceof BaseDateTimeType point && point.hasValue()) {
            Moment moment = moment(point);
            return begun(new Span(moment, Optional.of(moment)));
        }
        return Optional.empty();
    }

    /** A date or time that has come, the start of a period included. */
    public Optional<Moment> start(Type value) {
        return span(value).map(Span::start);
    }

    /** What has begun by now, or may have: nobody knows when. */
    public boolean mayHaveBegun(@Nullable Type when) {
        return when == null || when.isEmpty() || start(when).isPresent();
    }

    public boolean past(Moment moment) {
        return !moment.first().isAfter(asOf);
    }

    private Optional<Span> begun(Span span) {
        return Optional.of(span).filter(stretch -> past(stretch.start()));
    }

    private static int byNumber(String one, String other) {
        int length = Integer.compare(one.length(), other.length());
        return length == 0 ? one.compareTo(other) : length;
    }
}
