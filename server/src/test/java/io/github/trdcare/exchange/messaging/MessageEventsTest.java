package io.github.trdcare.exchange.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.knowledge.Knowledge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.MessageDefinition;
import org.hl7.fhir.r4.model.MessageHeader;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages are routed as they are published, and known again whatever carries them. */
class MessageEventsTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final MessageEvents EVENTS = new MessageEvents(Knowledge.shipped());

    static Stream<String> events() {
        return EVENTS.codes().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void theTableSaysWhatIsPublished(String event) throws IOException {
        Path file = Path.of("../profiles/fsh-generated/resources/MessageDefinition-" + event + ".json");
        MessageDefinition published = R4.newJsonParser().parseResource(MessageDefinition.class, Files.readString(file));

        MessageEvents.Event row = EVENTS.find(event).orElseThrow();
        assertThat(published.getEventCoding().getCode()).isEqualTo(event);
        assertThat(EVENTS.definitions()).contains(published.getUrl());
        assertThat(published.getFocus().stream().map(focus -> focus.getCode())).containsExactlyElementsOf(row.focus());
        assertThat(published.getFocus().stream()
                        .filter(focus -> focus.getMin() > 0)
                        .map(focus -> focus.getCode()))
                .containsExactlyElementsOf(row.required());
        assertThat(row.focus()).allMatch(EVENTS::mayBring);
    }

    @Test
    void aMessageIsKnownByItsSenderAndNumberInEveryFormat() {
        Bundle bundle = message();
        Message json =
                Message.read(R4.newJsonParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8));
        Message xml =
                Message.read(R4.newXmlParser().encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8));

        assertThat(xml.key()).isEqualTo(json.key());
        assertThat(json.key().controlId()).isEqualTo("urn:test|7");
        bundle.setIdentifier(null);
        assertThat(Message.of(bundle).key().controlId()).isEqualTo("h-1");
        ((Patient) bundle.getEntry().get(1).getResource()).setActive(true);
        assertThat(Message.of(bundle).key().digest()).isNotEqualTo(json.key().digest());
    }

    @Test
    void referencesMeanTheEntryOrTheSendersResource() {
        Bundle bundle = message();
        Observation score = new Observation().setSubject(new Reference("Patient/1"));
        score.addPerformer(new Reference("Practitioner/9")).addPerformer(new Reference("https://x.org/Organization/1"));
        bundle.addEntry().setFullUrl("https://ehr.example.org/Observation/2").setResource(score);

        Message message = Message.of(bundle);
        new Addresses(message).rewire(message.content().get(1));

        assertThat(score.getSubject().getReference())
                .isEqualTo(Addresses.placeholder(message.content().get(0)));
        assertThat(score.getPerformer())
                .extracting(Reference::getReference)
                .containsExactly("https://ehr.example.org/Practitioner/9", "https://x.org/Organization/1");
    }

    @Test
    void aMessageOfAnotherEventIsRefusedWithThoseThatAreTaken() {
        assertThat(EVENTS.find("patient-moved")).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new MessageShape(EVENTS).focus(Message.of(message())))
                .isInstanceOf(MessageRefusedException.class)
                .hasMessageContaining("tms-referral");
    }

    private static Bundle message() {
        Bundle bundle = new Bundle().setType(BundleType.MESSAGE);
        bundle.getIdentifier().setSystem("urn:test").setValue("7");
        MessageHeader header = new MessageHeader();
        header.setId("h-1");
        header.getSource().setEndpoint("https://ehr.example.org/msg");
        bundle.addEntry()
                .setFullUrl("https://ehr.example.org/MessageHeader/h-1")
                .setResource(header);
        bundle.addEntry().setFullUrl("https://ehr.example.org/Patient/1").setResource(new Patient().setActive(false));
        return bundle;
    }
}
