package io.github.trdcare.exchange.hl7v2;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.identity.Merging;
import io.github.trdcare.exchange.inbox.Inbox;
import io.github.trdcare.exchange.inbox.Inbox.Item;
import io.github.trdcare.exchange.inbox.Inbox.Key;
import io.github.trdcare.exchange.inbox.Inboxes;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.safety.rest.RefusedAlerts;
import io.github.trdcare.storage.MatchUrl;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes one message after the other: keeps it, maps it, stores what it says and how it was answered, all at once. */
@Component
@EnableConfigurationProperties(Hl7v2Settings.class)
class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final int TRIES = 3;

    private final Inbox inbox;
    private final ResourceStore store;
    private final Mappers mappers;
    private final Tables tables;
    private final Reconciliation reconciliation;
    private final StoredPatients patients;
    private final SafetyReading safety;
    private final Merging merging;
    private final Hl7v2Settings settings;
    private final Clock clock;

    Reception(
            Inboxes inboxes,
            ResourceStore store,
            Knowledge knowledge,
            RefusedAlerts alerts,
            Merging merging,
            Hl7v2Settings settings,
            Clock clock) {
        this.inbox = inboxes.of(Hl7v2Channel.NAME);
        this.store = store;
        this.mappers = new Mappers(knowledge);
        this.tables = new Tables(knowledge);
        this.reconciliation = new Reconciliation(store);
        this.patients = new StoredPatients(store);
        this.safety = new SafetyReading(mappers.results(), alerts, store);
        this.merging = merging;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Answers a message; whatever it is, there is an answer, unless its sender wants none.
     *
     * @param origin who sent it, as far as the network knows
     */
    Optional<String> receive(byte[] raw, String origin) {
        Header header = Header.of(CharacterSet.roughly(raw));
        return Answers.wanted(header, answer(raw, header, origin));
    }

    private String answer(byte[] raw, Header header, String origin) {
        try {
            Item item = inbox.keep(raw, key(raw, header), origin, clock.instant());
            return item.isDone() ? String.valueOf(item.answer()) : work(item, raw);
        } catch (DataAccessException | TransactionException databaseDown) {
            log.error("A message could not be kept", databaseDown);
            return acknowledgement(header).refused(0, notNow());
        }
    }

    /** The ends of lines are the transport's, not the message's: a file sent by HTTP and by MLLP is one message. */
    private static Key key(byte[] raw, Header header) {
        String lines = CharacterSet.roughly(raw).replaceAll("\r\n|\n", "\r").stripTrailing();
        return new Key(header.sender(), header.controlId(), header.event(), Key.digest(lines));
    }

    /** Works again on a message that is kept. */
    Optional<String> again(long id) {
        return inbox.find(id)
                .map(item -> item.isDone()
                        ? String.valueOf(item.answer())
                        : work(item, inbox.raw(id).orElseThrow()));
    }

    private String work(Item item, byte[] raw) {
        Header header = Header.of(CharacterSet.roughly(raw));
        try {
            V2Message message = V2Message.parse(CharacterSet.text(raw));
            Datatypes types = new Datatypes(tables, settings.systems(), clock.getZone(), message);
            try {
                return accept(item, message, types);
            } catch (RuntimeException refused) {
                safety.of(message, types);
                throw refused;
            }
        } catch (V2RefusedException refused) {
            return refuse(item, header, refused);
        } catch (DataAccessException | TransactionException databaseDown) {
            log.error("Message {} could not be worked on; it is kept", item.id(), databaseDown);
            return acknowledgement(header).refused(item.id(), notNow());
        } catch (RuntimeException failure) {
            log.error("Message {} could not be worked on", item.id(), failure);
            return refuse(
                    item,
                    header,
                    new V2RefusedException(
                            V2Error.REFUSED, "", "The server failed on this message; its operator can see why"));
        }
    }

    private String refuse(Item item, Header header, V2RefusedException refused) {
        String answer = acknowledgement(header).refused(item.id(), refused);
        inbox.dead(item.id(), answer, reason(refused), clock.instant());
        return answer;
    }

    private static String reason(V2RefusedException refused) {
        return refused.place().isEmpty() ? refused.getMessage() : refused.place() + ": " + refused.getMessage();
    }

    private String accept(Item item, V2Message message, Datatypes types) {
        check(message.header());
        Mapper mapper = mappers.of(message);
        for (int attempt = 1; ; attempt++) {
            try {
                return store(item, message, mapper.map(message, types));
            } catch (ResourceVersionConflictException | ConcurrencyFailureException conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            } catch (BaseServerResponseException refused) {
                if (refused.getStatusCode() >= 500) {
                    throw refused;
                }
                throw new V2RefusedException(V2Error.REFUSED, "", explained(refused));
            }
        }
    }

    private void check(Header header) {
        if (!header.field(12).matches("2\\.[1-8](\\.\\d)?.*")) {
            throw new V2RefusedException(V2Error.VERSION_ID, "MSH.1.12", "The server reads versions 2.1 to 2.8");
        }
        if (header.controlId().isBlank()) {
            throw new V2RefusedException(V2Error.REQUIRED_FIELD, "MSH.1.10", "The message has no control id (MSH-10)");
        }
        String processing = header.field(11).split(java.util.regex.Pattern.quote(header.component()), 2)[0];
        if (!settings.processingIds().contains(processing)) {
            throw new V2RefusedException(
                    V2Error.PROCESSING_ID,
                    "MSH.1.11",
                    "The server stores messages of " + String.join(", ", settings.processingIds())
                            + " (trd.hl7v2.processing-ids)");
        }
    }

    private String store(Item item, V2Message message, Draft draft) {
        List<String> names = new ArrayList<>(draft.matches());
        names.add("hl7v2 " + message.header().sender() + " " + message.header().controlId());
        boolean merges = !draft.mergedFrom().isEmpty();
        if (merges) {
            store.transactionAlone(names, () -> {
                source(draft);
                return isOpen(item, message.header()) ? reconciled(draft, item, message.header()) : Optional.empty();
            });
        }
        Set<String> patients = merges ? patients(draft) : Set.of();
        store.transactionAlone(names, () -> {
            merging.alone(patients);
            if (!isOpen(item, message.header())) {
                return Optional.empty();
            }
            inbox.done(item.id(), acknowledgement(message.header()).accepted(item.id()), clock.instant());
            return merges ? merged(draft, message.header()) : reconciled(draft, item, message.header());
        });
        return String.valueOf(inbox.find(item.id()).orElseThrow().answer());
    }

    /** Nobody has taken it meanwhile, nor another message under its number. */
    private boolean isOpen(Item item, Header header) {
        if (inbox.find(item.id()).orElseThrow().isDone()) {
            return false;
        }
        if (inbox.isNumberTaken(key(new byte[0], header), item.id())) {
            throw new V2RefusedException(
                    V2Error.DUPLICATE_KEY,
                    "MSH.1.10",
                    "Another message of this sender was taken under this control id");
        }
        return true;
    }

    private Optional<Bundle> reconciled(Draft draft, Item item, Header header) {
        reconciliation.of(draft);
        Brought.mark(draft, item.id());
        Origin.add(draft, header, clock.instant());
        return Optional.of(draft.bundle());
    }

    /** Numbers that are nobody's the patient only takes over. */
    private Optional<Bundle> merged(Draft draft, Header header) {
        Patient target = patient(own(draft)).orElseThrow();
        Optional<Patient> source = source(draft);
        List<Identifier> nobodys = draft.mergedFrom().stream()
                .filter(number -> !Patients.has(target, number))
                .filter(number -> source.stream().noneMatch(each -> Patients.has(each, number)))
                .map(number -> number.copy().setUse(Identifier.IdentifierUse.OLD))
                .toList();
        Patient taken = target.copy();
        nobodys.forEach(taken::addIdentifier);
        if (source.isPresent()) {
            merging.merge(source.get(), taken, Origin.of(header, clock.instant()));
        } else if (!nobodys.isEmpty()) {
            merging.update(taken, Origin.of(header, clock.instant()));
        }
        return Optional.empty();
    }

    /** Whose record ends: the one who has any of the numbers that are no more, and is not the patient already. */
    private Optional<Patient> source(Draft draft) {
        List<Patient> found = patients.of(draft.mergedFrom()).stream()
                .filter(each -> !Patients.has(each, own(draft)))
                .toList();
        if (found.size() > 1) {
            throw new V2RefusedException(
                    V2Error.REFUSED,
                    "MRG.1.1",
                    "More than one patient of this server has these numbers; merge them one by one");
        }
        return found.stream().findFirst();
    }

    /** The two that become one. */
    private Set<String> patients(Draft draft) {
        return patients
                .of(Stream.concat(draft.mergedFrom().stream(), Stream.of(own(draft)))
                        .toList())
                .stream()
                .map(References::to)
                .collect(Collectors.toSet());
    }

    private static Identifier own(Draft draft) {
        return Patients.key((Patient) draft.bundle().getEntryFirstRep().getResource());
    }

    private Optional<Patient> patient(Identifier number) {
        List<Patient> found = store.find(Patient.class, MatchUrl.byIdentifier(number));
        if (found.size() > 1) {
            throw new V2RefusedException(
                    V2Error.REFUSED, "PID.1.3", "More than one patient of this server has this number");
        }
        return found.stream().findFirst();
    }

    /** Where the rules or the store refuse: the element and the kind of fault, for their words may quote the record. */
    private static String explained(BaseServerResponseException refused) {
        if (refused.getOperationOutcome() instanceof OperationOutcome outcome && outcome.hasIssue()) {
            OperationOutcome.OperationOutcomeIssueComponent issue = outcome.getIssueFirstRep();
            String place = issue.getExpression().stream()
                    .findFirst()
                    .map(each -> " at " + each.getValue())
                    .orElse("");
            return "What the message says cannot be stored" + place + ": "
                    + (issue.hasCode() ? issue.getCode().getDisplay() : "refused");
        }
        return "What the message says cannot be stored (" + refused.getStatusCode() + ")";
    }

    private Acknowledgement acknowledgement(Header header) {
        return new Acknowledgement(header, settings.own(), clock.instant());
    }

    private static V2RefusedException notNow() {
        return new V2RefusedException(V2Error.NOT_NOW, "", "The server cannot take messages now; send it again");
    }
}
