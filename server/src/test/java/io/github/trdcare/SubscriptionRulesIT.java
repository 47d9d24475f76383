package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.util.List;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a subscription may ask for, and who sees what it says. */
class SubscriptionRulesIT extends Subscribing {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "channel.type         | websocket                              | rest-hook",
                "channel.endpoint     | http://169.254.169.254/latest          | trd.outbound.allow",
                "channel.endpoint     | https://ehr.example.org/notify         | trd.outbound.allow",
                "channel.endpoint     | file:///etc/passwd                     | https",
                "channel.endpoint     | not an address                         | address",
                "channel.payload      | text/plain                             | application/fhir+json",
                "channel.header       | Authorization                          | Name: value",
                "status               | active                                 | requested",
                "end                  | 2020-01-01T00:00:00Z                   | to come",
                "criteria             | https://example.org/SubscriptionTopic/x| one of",
                "criteria             | Observation?subject.name=x             | criteria",
                "criteria             | Observation?no-such=x                  | criteria",
                "criteria             | NoSuchType?x=y                         | criteria",
                "criteria             | everything please                      | such as",
                "content              | all-of-it                              | id-only",
                "filter               | Observation?value-quantity=3           | patient",
                "filter               | Patient?name=x                         | patient",
                "max-count            | 5000                                   | 100"
            })
    void refusesWhatItCouldNotServe(String element, String value, String right) {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        switch (element) {
            case "channel.type" -> wish.getChannel().setType(Subscription.SubscriptionChannelType.WEBSOCKET);
            case "channel.endpoint" -> wish.getChannel().setEndpoint(value);
            case "channel.payload" -> wish.getChannel().setPayload(value);
            case "channel.header" -> wish.getChannel().addHeader(value);
            case "status" -> wish.setStatus(SubscriptionStatus.ACTIVE);
            case "end" -> wish.setEndElement(new org.hl7.fhir.r4.model.InstantType(value));
            case "criteria" -> wish.setCriteria(value);
            case "content" -> Subscriptions.withContent(wish, value);
            case "filter" -> Subscriptions.filtered(wish, value);
            default -> Subscriptions.atOnce(wish, Integer.parseInt(value));
        }
        Answer answer = fhir.post("Subscription", wish);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.outcome()).contains("Subscription.").contains(right);
    }

    /** However a client writes it: by itself, in a transaction, or by changing something harmless into one. */
    @Test
    void refusesTopicsOfClients() {
        Basic topic = new Basic();
        topic.setCode(new CodeableConcept(new Coding("http://hl7.org/fhir/fhir-types", "SubscriptionTopic", null)));
        Answer answer = fhir.post("Basic", topic);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.outcome()).contains("Basic.code").contains("phq9-result");
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(topic)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Basic");
        assertThat(fhir.post("", bundle).status()).isEqualTo(422);
        Basic harmless = new Basic().setCode(new CodeableConcept().setText("note"));
        harmless.setId(id(fhir.post("Basic", harmless)));
        harmless.setCode(topic.getCode());
        assertThat(fhir.put("Basic/" + harmless.getIdPart(), harmless).status()).isEqualTo(422);
    }

    /** The type of a topic in R5, which R4 does not have. */
    @Test
    void refusesATopicInTheFormOfR5InWords() {
        String topic =
                "{\"resourceType\":\"SubscriptionTopic\",\"url\":\"https://example.org/t\",\"status\":\"active\"}";
        Answer alone = fhir.post("SubscriptionTopic", topic);
        assertThat(alone.status()).as(alone.text()).isEqualTo(404);
        assertThat(alone.outcome()).contains("SubscriptionTopic");
        Answer together = fhir.post(
                "",
                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + topic
                        + ",\"request\":{\"method\":\"POST\",\"url\":\"SubscriptionTopic\"}}]}");
        assertThat(together.status()).as(together.text()).isEqualTo(400);
        assertThat(together.outcome()).contains("SubscriptionTopic");
    }

    @Test
    void sendsAHeadersValueToItsEndpointAndShowsItToNobody(@Autowired JdbcClient jdbc) {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        wish.getChannel().addHeader("Authorization: Bearer open-sesame");
        subscribe(wish);
        fhir.post("Observation", phq9(3));
        assertThat(receiver.awaitEvents(1, SOON).get(0).headers())
                .containsEntry("Authorization", List.of("Bearer open-sesame"));
        for (String search : List.of(
                subscription,
                subscription + "/_history/1",
                subscription + "/_history",
                "Subscription?_id=" + subscription.replace("Subscription/", ""),
                subscription + "/$status",
                subscription + "/$events?content=full-resource")) {
            assertThat(fhir.get(search).text())
                    .as(search)
                    .doesNotContain("sesame")
                    .contains(new IdType(subscription).getIdPart());
        }
        Subscription shown = fhir.get(subscription).as(Subscription.class);
        assertThat(shown.getChannel().getHeader().get(0).getValue()).startsWith("Authorization: hidden:");
        put(shown.setReason("another"));
        awaitState("active");
        fhir.post("Observation", phq9(4));
        assertThat(receiver.awaitEvents(2, SOON).get(1).headers())
                .as("what comes back as it was shown stays")
                .containsEntry("Authorization", List.of("Bearer open-sesame"));
        shown.getChannel().getHeader().get(0).setValue("Authorization: Bearer new-word");
        put(shown);
        fhir.post("Observation", phq9(5));
        assertThat(receiver.awaitEvents(3, SOON).get(2).headers())
                .containsEntry("Authorization", List.of("Bearer new-word"));
        String kept = "select count(*) from trd_header_value where content like 'Bearer %'";
        assertThat(jdbc.sql(kept).query(Integer.class).single()).isEqualTo(1);
        fhir.delete(subscription);
        assertThat(jdbc.sql(kept).query(Integer.class).single()).isZero();
        subscription = "";
    }

    @Test
    void sendsAHeadersValueToNoOtherEndpoint() {
        Subscription wish = Subscriptions.topic("phq9-result", receiver.address());
        wish.getChannel().addHeader("Authorization: Bearer open-sesame");
        subscribe(wish);
        try (Receiver thief = Receiver.listening()) {
            Subscription theirs = fhir.get(subscription).as(Subscription.class);
            theirs.getChannel().setEndpoint(thief.address());
            for (Answer answer : List.of(
                    fhir.put(subscription, theirs),
                    fhir.post("Subscription", theirs.setStatus(SubscriptionStatus.REQUESTED)))) {
                assertThat(answer.status()).as(answer.text()).isEqualTo(422);
                assertThat(answer.outcome()).contains("Subscription.channel.header");
            }
            assertThat(thief.messages()).isEmpty();
        }
    }
}
