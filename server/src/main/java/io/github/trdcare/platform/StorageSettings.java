package io.github.trdcare.platform;

import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.model.HistoryCountModeEnum;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import io.github.trdcare.exchange.outbox.OutboxSettings;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What we ask of HAPI's storage where its default is unbounded, stale or made for another use. */
@Configuration(proxyBeanMethods = false)
class StorageSettings {
    private static final int LARGEST_OWN_CODE_SYSTEM = 2000;

    @Bean
    JpaStorageSettings jpaStorageSettings(
            TrdProperties properties, OutboxSettings own, @Value("${trd.scheduling.enabled:true}") boolean scheduling) {
        JpaStorageSettings settings = new JpaStorageSettings();
        int pageSize = properties.limits().pageSize();
        // One more than a page, so that the first query also knows whether there is a next page.
        settings.setSearchPreFetchThresholds(
                List.of(properties.limits().defaultPageSize() + 1, pageSize + 1, 10 * pageSize + 1, -1));
        // A clinician who has just recorded a score must find it: no answer from an earlier search.
        settings.setReuseCachedSearchResultsForMillis(null);
        // Nor is a history counted by how long it was a minute ago.
        settings.setHistoryCountMode(HistoryCountModeEnum.COUNT_ACCURATE);
        settings.setMaximumTransactionBundleSize(properties.limits().bundleEntries());
        // Index rows without the columns that their hash already holds; must be chosen before the first write.
        settings.setIndexStorageOptimized(true);
        settings.setIncludeHashIdentityForTokenSearches(true);
        // EHR records point at resources of their own server by absolute URL; they are kept, never fetched.
        settings.setAllowExternalReferences(true);
        // What they know by the address of this server is of this server.
        settings.setTreatBaseUrlsAsLocal(Set.of(own.baseUrl().toString()));
        // Value sets are expanded in memory when asked for; our own are small.
        settings.setPreExpandValueSets(false);
        settings.setEnableTaskPreExpandValueSets(false);
        // Our code systems are indexed with the transaction that stores them; a later job would not find it committed.
        settings.setDeferIndexingForCodesystemsOfSize(LARGEST_OWN_CODE_SYSTEM);
        settings.setSchedulingDisabled(!scheduling);
        return settings;
    }

    @Bean
    DatabaseBackedPagingProvider paging(TrdProperties properties) {
        DatabaseBackedPagingProvider paging = new DatabaseBackedPagingProvider();
        paging.setDefaultPageSize(properties.limits().defaultPageSize());
        paging.setMaximumPageSize(properties.limits().pageSize());
        return paging;
    }
}
