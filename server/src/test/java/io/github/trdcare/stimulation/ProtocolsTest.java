package io.github.trdcare.stimulation;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import io.github.trdcare.PatientText;
import io.github.trdcare.knowledge.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of protocols and the orders that are published say the same, and both add up. */
class ProtocolsTest {
    private static final Path PUBLISHED = Path.of("../profiles/fsh-generated/resources");
    private static final Set<String> CODES = Set.of("pattern", "target", "laterality");

    static List<Row> protocols() {
        return PatientText.KNOWLEDGE.document("protocols.yaml").row("protocols").named();
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void theRowIsThePublishedOrder(Row protocol) throws IOException {
        Block order = published(protocol.key());
        for (String part : protocol.names()) {
            if (CODES.contains(part)) {
                assertThat(order.code(part)).as(protocol.key() + " " + part).contains(protocol.text(part));
            } else if (!part.equals("source")) {
                assertThat(order.number(part).orElseThrow())
                        .as(protocol.key() + " " + part)
                        .isEqualByComparingTo(protocol.number(part));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void thePublishedOrderAddsUp(Row protocol) throws IOException {
        assertThat(BlockArithmetic.check(published(protocol.key()), true)).isEmpty();
    }

    private static Block published(String protocol) throws IOException {
        String json = Files.readString(PUBLISHED.resolve("ActivityDefinition-order-" + protocol + ".json"));
        return Block.prescribed(FhirContext.forR4Cached().newJsonParser().parseResource(ActivityDefinition.class, json))
                .get(0);
    }
}
