package io.github.trdcare.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.convertors.factory.VersionConvertorFactory_40_50;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r5.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r5.model.SubscriptionTopic;
import org.junit.jupiter.api.Test;

/** The topics that the wire contract names, read as the R4 backport reads them. */
class SubscriptionTopicsTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    @Test
    void shippedTopicsAreThoseOfTheWireContract() {
        assertThat(topics())
                .extracting(SubscriptionTopic::getUrl)
                .map(url -> url.replace("https://trd-care.github.io/fhir/SubscriptionTopic/", ""))
                .containsExactlyInAnyOrder(
                        "phq9-result",
                        "safety-alert",
                        "tms-session",
                        "care-plan-changed",
                        "goal-achieved",
                        "referral-status");
    }

    @Test
    void everyTopicHasATriggerAFilterByPatientAndAShape() {
        assertThat(topics()).allSatisfy(topic -> {
            assertThat(topic.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
            assertThat(topic.getResourceTrigger()).singleElement().satisfies(trigger -> {
                assertThat(trigger.getQueryCriteria().getCurrent()).startsWith(type(trigger.getResource()) + "?");
                assertThat(trigger.getSupportedInteraction()).hasSize(2);
            });
            assertThat(topic.getCanFilterBy())
                    .anyMatch(filter -> filter.getFilterParameter().equals("patient"));
            assertThat(topic.getNotificationShape()).hasSize(1);
        });
    }

    @Test
    void everyFilterIsASearchParameterOfItsResource() {
        assertThat(topics()).allSatisfy(topic -> assertThat(topic.getCanFilterBy())
                .allSatisfy(filter ->
                        assertThat(searchable(type(filter.getResource()))).contains(filter.getFilterParameter())));
    }

    private static Set<String> searchable(String type) {
        return FHIR.getResourceDefinition(type).getSearchParams().stream()
                .map(parameter -> parameter.getName())
                .collect(Collectors.toSet());
    }

    private static String type(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static List<SubscriptionTopic> topics() {
        return Compiled.definitions().stream()
                .filter(file -> file.name().startsWith("Basic-"))
                .map(file -> FHIR.newJsonParser()
                        .parseResource(Basic.class, file.json().toString()))
                .map(basic -> (SubscriptionTopic) VersionConvertorFactory_40_50.convertResource(basic))
                .toList();
    }
}
