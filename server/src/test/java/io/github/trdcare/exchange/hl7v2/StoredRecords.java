package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** A store that finds records by their numbers, and can do nothing else. */
final class StoredRecords {

    private StoredRecords() {}

    static ResourceStore of(Resource... records) {
        return (ResourceStore) Proxy.newProxyInstance(
                ResourceStore.class.getClassLoader(), new Class<?>[] {ResourceStore.class}, (store, method, given) -> {
                    if (!method.getName().equals("find")) {
                        throw new AssertionError("Nobody asks this store to " + method.getName());
                    }
                    return find(List.of(records), (Class<?>) given[0], (String) given[1]);
                });
    }

    private static List<Resource> find(List<Resource> records, Class<?> type, String query) {
        return records.stream()
                .filter(type::isInstance)
                .filter(record -> numbers(record).map(MatchUrl::byIdentifier).anyMatch(query::equals))
                .toList();
    }

    private static Stream<Identifier> numbers(Resource record) {
        return record.getNamedProperty("identifier").getValues().stream().map(Identifier.class::cast);
    }
}
