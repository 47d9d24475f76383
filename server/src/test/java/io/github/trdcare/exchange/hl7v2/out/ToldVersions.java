package io.github.trdcare.exchange.hl7v2.out;

import io.github.trdcare.exchange.outbox.Change;
import io.github.trdcare.exchange.outbox.Change.Interaction;
import io.github.trdcare.exchange.outbox.Versions;
import io.github.trdcare.storage.ResourceStore;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** A resource with its history, of which the last version is news. */
record ToldVersions(List<Resource> all) {

    static ToldVersions of(Resource... all) {
        for (int i = 0; i < all.length; i++) {
            all[i].setId(all[i].fhirType() + "/1");
            all[i].getMeta().setVersionId("" + (i + 1));
        }
        return new ToldVersions(List.of(all));
    }

    Resource last() {
        return all.get(all.size() - 1);
    }

    Change change() {
        return new Change(
                1,
                last().fhirType() + "/1",
                all.size(),
                all.size() == 1 ? Interaction.CREATE : Interaction.UPDATE,
                Instant.parse("2026-03-02T10:00:00Z"));
    }

    Versions versions() {
        return new Versions(store(), change());
    }

    News news(Told kind) {
        return new News(last(), kind.earlier(versions()), new Patient());
    }

    ResourceStore store() {
        return (ResourceStore) Proxy.newProxyInstance(
                ResourceStore.class.getClassLoader(),
                new Class<?>[] {ResourceStore.class},
                (store, method, given) -> switch (method.getName()) {
                    case "version" -> Optional.of(all.get((int) (long) given[2] - 1));
                    case "all" ->
                        ((Set<?>) given[0])
                                .stream()
                                        .flatMap(reference -> Stream.of(new Patient().setId((String) reference)))
                                        .toList();
                    default -> throw new AssertionError("Nobody asks this store to " + method.getName());
                });
    }
}
