package io.github.trdcare.exchange.messaging;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import io.github.trdcare.exchange.inbox.Inbox;
import io.github.trdcare.exchange.inbox.Inbox.Item;
import io.github.trdcare.exchange.inbox.Inboxes;
import io.github.trdcare.exchange.outbox.OutboxSettings;
import io.github.trdcare.safety.rest.RefusedAlerts;
import io.github.trdcare.storage.ResourceStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Takes one FHIR message after the other: keeps it, stores what it says and how it was answered, all at once. */
@Component
@EnableConfigurationProperties(MessagingSettings.class)
class MessageReception {
    private static final Logger log = LoggerFactory.getLogger(MessageReception.class);
    private static final int TRIES = 3;

    private final Inbox inbox;
    private final ResourceStore store;
    private final MessageShape shape;
    private final MessageUpdates updates;
    private final MessageSafety safety;
    private final MessageAnswer answers;
    private final Clock clock;

    MessageReception(
            Inboxes inboxes,
            ResourceStore store,
            MessageEvents events,
            RefusedAlerts alerts,
            OutboxSettings own,
            Clock clock) {
        this.inbox = inboxes.of(MessageChannel.NAME);
        this.store = store;
        this.shape = new MessageShape(events);
        this.updates = new MessageUpdates(events, store);
        this.safety = new MessageSafety(store, alerts);
        this.answers = new MessageAnswer(own.baseUrl() + "/$process-message");
        this.clock = clock;
    }

    /** Answers a message; one that came before is answered as it was then. */
    String receive(Message message, byte[] raw, String origin) {
        try {
            Item item = inbox.keep(raw, message.key(), origin, clock.instant());
            return item.isDone() ? String.valueOf(item.answer()) : work(item, raw);
        } catch (DataAccessException | TransactionException databaseDown) {
            log.error("A message could not be kept", databaseDown);
            return answers.notNow(message, clock.instant());
        }
    }

    /** Works again on a message that is kept. */
    Optional<String> again(long id) {
        return inbox.find(id)
                .map(item -> item.isDone()
                        ? String.valueOf(item.answer())
                        : work(item, inbox.raw(id).orElseThrow()));
    }

    private String work(Item item, byte[] raw) {
        try {
            return accept(item, raw);
        } catch (MessageRefusedException refused) {
            return refuse(item, raw, refused.outcome());
        } catch (ResourceVersionConflictException | DataAccessException | TransactionException notNow) {
            log.error("Message {} could not be worked on; it is kept", item.id(), notNow);
            return answers.notNow(Message.read(raw), clock.instant());
        } catch (BaseServerResponseException refused) {
            if (refused.getStatusCode() >= 500) {
                return fail(item, raw, refused);
            }
            return refuse(item, raw, outcome(refused));
        } catch (RuntimeException failure) {
            return fail(item, raw, failure);
        }
    }

    private String fail(Item item, byte[] raw, RuntimeException failure) {
        log.error("Message {} could not be worked on", item.id(), failure);
        return refuse(
                item, raw, outcome(IssueType.EXCEPTION, "The server failed on this message; its operator can see why"));
    }

    private String refuse(Item item, byte[] raw, OperationOutcome outcome) {
        safety.of(Message.read(raw));
        String answer = answers.refused(Message.read(raw), outcome, clock.instant());
        inbox.dead(item.id(), answer, reason(outcome), clock.instant());
        return answer;
    }

    /** Parallel writes of others are no fault of the message. */
    private String accept(Item item, byte[] raw) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store(item, Message.read(raw));
            } catch (ResourceVersionConflictException | ConcurrencyFailureException conflict) {
                if (attempt == TRIES) {
                    throw conflict;
                }
            }
        }
    }

    private String store(Item item, Message message) {
        MessageDraft draft = new MessageDraft(message, shape.focus(message));
        List<String> names = new ArrayList<>(draft.matches());
        names.add("message " + message.endpoint() + " " + message.key().controlId());
        store.transactionAlone(names, () -> {
            if (inbox.find(item.id()).orElseThrow().isDone()) {
                return Optional.empty();
            }
            if (inbox.isNumberTaken(message.key(), item.id())) {
                throw new MessageRefusedException(
                        IssueType.DUPLICATE,
                        message.bundle().hasIdentifier() ? "Bundle.identifier" : "MessageHeader.id",
                        "Another message of this sender was taken under this number; a new message has a new one");
            }
            int resources = message.content().size();
            inbox.done(item.id(), answers.taken(message, resources, clock.instant()), clock.instant());
            MessageDraft.resolve(draft.bundle().getEntry(), store);
            updates.complete(draft.bundle().getEntry());
            return Optional.of(draft.withOrigin(message, clock.instant()));
        });
        return String.valueOf(inbox.find(item.id()).orElseThrow().answer());
    }

    private static OperationOutcome outcome(BaseServerResponseException refused) {
        return refused.getOperationOutcome() instanceof OperationOutcome outcome && outcome.hasIssue()
                ? outcome
                : outcome(IssueType.PROCESSING, refused.getMessage());
    }

    private static OperationOutcome outcome(IssueType type, String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(type).setDiagnostics(text);
        return outcome;
    }

    /** Place and kind of fault, for its words may quote the record. */
    private static String reason(OperationOutcome outcome) {
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.getIssueFirstRep();
        String place = issue.getExpression().stream()
                .findFirst()
                .map(each -> each.getValue() + ": ")
                .orElse("");
        return place + (issue.hasCode() ? issue.getCode().getDisplay() : "refused");
    }
}
