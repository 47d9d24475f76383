package io.github.trdcare.exchange.outbox;

import io.github.trdcare.storage.ResourceStore;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** A changed resource as it became and as it was before, read from the store when asked for and once. */
public final class Versions {
    private final ResourceStore store;
    private final Change change;
    private @Nullable Optional<Resource> after;
    private @Nullable Optional<Resource> before;

    public Versions(ResourceStore store, Change change) {
        this.store = store;
        this.change = change;
    }

    /** As it became; empty where it was deleted. */
    public Optional<Resource> after() {
        if (after == null) {
            after = read(change.version());
        }
        return after;
    }

    /** As it was before. */
    public Optional<Resource> before() {
        if (before == null) {
            before = change.version() > 1 ? read(change.version() - 1) : Optional.empty();
        }
        return before;
    }

    private Optional<Resource> read(long version) {
        return store.version(change.type(), change.resourceId(), version);
    }
}
