package io.github.trdcare.careplan.rest;

import io.github.trdcare.careplan.Protocol;
import io.github.trdcare.door.Charts;
import io.github.trdcare.storage.ResourceStore;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;

/** Reads protocols with the definitions that their steps name: a few searches, however many steps. */
@Component
class Protocols {
    private final Charts charts;
    private final ResourceStore store;

    Protocols(Charts charts, ResourceStore store) {
        this.charts = charts;
        this.store = store;
    }

    Protocol read(IIdType id) {
        PlanDefinition definition = charts.read(PlanDefinition.class, id);
        List<String> named = Protocol.named(definition);
        Map<String, MetadataResource> definitions = new HashMap<>();
        if (!named.isEmpty()) {
            String query = named.stream()
                    .map(canonical -> URLEncoder.encode(url(canonical), StandardCharsets.UTF_8))
                    .collect(Collectors.joining(",", "url=", ""));
            List<MetadataResource> found = Stream.concat(
                            store.find(ActivityDefinition.class, query).stream(),
                            store.find(PlanDefinition.class, query).stream())
                    .toList();
            named.forEach(canonical -> found.stream()
                    .filter(each -> isNamed(each, canonical))
                    .findFirst()
                    .ifPresent(each -> definitions.put(canonical, each)));
        }
        return new Protocol(definition, definitions);
    }

    private static boolean isNamed(MetadataResource definition, String canonical) {
        return canonical.equals(definition.getUrl())
                || canonical.equals(definition.getUrl() + "|" + definition.getVersion());
    }

    private static String url(String canonical) {
        return canonical.split("\\|", 2)[0];
    }
}
