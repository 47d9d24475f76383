package io.github.trdcare.exchange.identity;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.trdcare.chart.References;
import io.github.trdcare.door.OperationProvider;
import io.github.trdcare.exchange.identity.MergeRequest.Pair;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Merges two records of one person, or says what that would do. */
@Component
class MergeProvider implements OperationProvider {
    private static final int TRIES = 3;

    private final ResourceStore store;
    private final Merging merging;
    private final PatientLookup lookup;
    private final MergeDoubts doubts;
    private final Clock clock;

    MergeProvider(ResourceStore store, Merging merging, Clock clock) {
        this.store = store;
        this.merging = merging;
        this.lookup = new PatientLookup(store);
        this.doubts = new MergeDoubts(store);
        this.clock = clock;
    }

    /** The record of the source goes on as that of the target, in one transaction. */
    @Operation(
            name = "$merge",
            typeName = "Patient",
            canonicalUrl = "http://hl7.org/fhir/OperationDefinition/Patient-merge")
    public Parameters merge(
            @OperationParam(name = "source-patient", max = 1) @Nullable Reference source,
            @OperationParam(name = "source-patient-identifier") @Nullable List<Identifier> sourceNumbers,
            @OperationParam(name = "target-patient", max = 1) @Nullable Reference target,
            @OperationParam(name = "target-patient-identifier") @Nullable List<Identifier> targetNumbers,
            @OperationParam(name = "result-patient", max = 1) @Nullable Patient result,
            @OperationParam(name = "preview", max = 1) @Nullable BooleanType preview,
            ServletRequestDetails request) {
        MergeRequest asked = new MergeRequest(source, all(sourceNumbers), target, all(targetNumbers), result);
        Pair pair = asked.pair(lookup);
        Parameters input = (Parameters) request.getResource();
        if (preview != null && preview.booleanValue()) {
            List<Resource> moving = merging.moved(pair.source(), pair.target());
            return MergeAnswer.previewed(input, pair, moving.size(), doubts.of(pair.source(), pair.target(), moving));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return merged(asked, pair, input, request);
            } catch (ResourceVersionConflictException | ConcurrencyFailureException conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    private Parameters merged(MergeRequest asked, Pair seen, Parameters input, ServletRequestDetails request) {
        AtomicReference<Parameters> answer = new AtomicReference<>();
        store.transactionAlone(matches(seen), () -> {
            merging.alone(Set.of(References.to(seen.source()), References.to(seen.target())));
            Pair pair = asked.pair(lookup);
            List<Resource> moving = merging.moved(pair.source(), pair.target());
            List<String> said = doubts.of(pair.source(), pair.target(), moving);
            merging.merge(
                    pair, moving, MergeAnswer.origin(request.getServletRequest().getRemoteAddr(), clock.instant()));
            answer.set(MergeAnswer.done(input, pair, moving.size(), said));
            return Optional.empty();
        });
        Parameters done = answer.get();
        String goesOn = seen.target().getIdElement().getIdPart();
        store.read(Patient.class, goesOn).ifPresent(patient -> MergeAnswer.result(done, patient));
        return done;
    }

    /** Nobody else may meanwhile write on the condition that one of the numbers is there, or is not. */
    private static List<String> matches(Pair pair) {
        return Stream.of(pair.source(), pair.target())
                .flatMap(patient -> patient.getIdentifier().stream())
                .filter(MatchUrl::isSearchable)
                .map(identifier -> "Patient?" + MatchUrl.byIdentifier(identifier))
                .toList();
    }

    private static List<Identifier> all(@Nullable List<Identifier> identifiers) {
        return identifiers == null ? List.of() : identifiers;
    }
}
