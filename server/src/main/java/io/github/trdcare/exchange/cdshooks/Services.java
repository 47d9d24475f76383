package io.github.trdcare.exchange.cdshooks;

import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The services as {@code cds-hooks.yaml} describes them. */
final class Services {
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, String> overrides = new LinkedHashMap<>();

    Services(Knowledge knowledge) {
        Row document =
                knowledge.document("cds-hooks.yaml").only("services", "earlier", "prefetch", "overrides", "orders");
        Row templates = document.row("prefetch").row("templates");
        document.row("services")
                .named()
                .forEach(row ->
                        services.put(row.key(), Service.of(row.key(), row.key(), row.text("hook"), row, templates)));
        document.row("earlier").named().forEach(row -> {
            Row same = document.row("services").row(row.text("of"));
            services.put(row.key(), Service.of(row.key(), same.key(), row.text("hook"), same, templates));
        });
        Row reasons = document.row("overrides").row("reasons");
        reasons.names().forEach(reason -> overrides.put(reason, reasons.text(reason)));
    }

    List<Service> all() {
        return List.copyOf(services.values());
    }

    Optional<Service> find(String id) {
        return Optional.ofNullable(services.get(id));
    }

    /** Why a clinician may go on regardless, by code. */
    Map<String, String> overrides() {
        return overrides;
    }

    /**
     * One service.
     *
     * @param kind the service whose cards it shows
     * @param figures what its rules read
     */
    record Service(
            String id,
            String kind,
            String hook,
            String title,
            String description,
            Map<String, String> prefetch,
            Row figures) {

        static Service of(String id, String kind, String hook, Row row, Row templates) {
            Map<String, String> prefetch = new LinkedHashMap<>();
            row.texts("prefetch").forEach(name -> prefetch.put(name, templates.text(name)));
            return new Service(id, kind, hook, row.text("title"), row.text("description"), prefetch, row);
        }

        boolean isOfOrders() {
            return hook.startsWith("order-");
        }
    }
}
