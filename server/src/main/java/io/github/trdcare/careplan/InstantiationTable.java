package io.github.trdcare.careplan;

import io.github.trdcare.chart.Coded;
import io.github.trdcare.chart.Ours;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.knowledge.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;

/** What {@code instantiation.yaml} adds to the published definitions of a protocol. */
final class InstantiationTable {
    private final Row orders;
    private final Row protocols;
    private final Row goals;
    private final Row inputs;

    InstantiationTable(Knowledge knowledge) {
        Row document = knowledge.document("instantiation.yaml").only("orders", "protocols", "goals", "inputs");
        this.orders = document.row("orders");
        this.protocols = document.row("protocols");
        this.goals = document.row("goals");
        this.inputs = document.row("inputs");
        orders.named().forEach(row -> row.only("category", "strategy", "source"));
        protocols
                .named()
                .forEach(row -> row.only("strategy", "pattern", "target", "laterality", "pulseRateHz", "source"));
        goals.named().forEach(row -> row.only("profile"));
    }

    Row inputs() {
        return inputs;
    }

    Optional<Row> protocol(Protocol protocol) {
        return protocol.name().flatMap(protocols::optionalRow);
    }

    Optional<Row> order(CodeableConcept code) {
        return ours(code).flatMap(each -> orders.optionalRow(each).stream()).findFirst();
    }

    /** The category of an order, as {@code system|code}. */
    Optional<String> category(CodeableConcept code) {
        return order(code).flatMap(row -> row.optional("category"));
    }

    /** A protocol's own strategy goes before that of its activity. */
    Optional<String> strategy(Protocol protocol, CodeableConcept code) {
        return protocol(protocol).flatMap(row -> row.optional("strategy")).or(() -> order(code)
                .flatMap(row -> row.optional("strategy")));
    }

    Optional<String> goalProfile(CodeableConcept category) {
        return ours(category)
                .flatMap(code -> goals.optionalRow(code).stream())
                .map(row -> row.text("profile"))
                .findFirst();
    }

    private static Stream<String> ours(CodeableConcept concept) {
        return List.of(Ours.TRD, Ours.TMS).stream().flatMap(system -> Coded.in(concept, system).stream());
    }
}
