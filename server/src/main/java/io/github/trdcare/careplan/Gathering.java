package io.github.trdcare.careplan;

import io.github.trdcare.chart.References;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;

/** Gathers resources with all that they refer to on this server, and all that those refer to. */
final class Gathering {

    private Gathering() {}

    static Collection<Resource> from(Resource start, Function<String, Optional<Resource>> resolved) {
        Map<String, Resource> gathered = new LinkedHashMap<>();
        Deque<Resource> unread = new ArrayDeque<>(List.of(start));
        while (!unread.isEmpty()) {
            References.within(unread.remove())
                    .filter(reference -> !gathered.containsKey(reference))
                    .distinct()
                    .toList()
                    .forEach(reference -> resolved.apply(reference).ifPresent(found -> {
                        gathered.put(reference, found);
                        unread.add(found);
                    }));
        }
        return gathered.values();
    }
}
