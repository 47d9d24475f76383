package io.github.trdcare.exchange.messaging;

import io.github.trdcare.exchange.inbox.Inbox;
import io.github.trdcare.exchange.inbox.Inbox.Item;
import io.github.trdcare.exchange.inbox.Inboxes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The FHIR messages that could not be taken. */
@RestController
@RequestMapping("/messages/dead-letters")
class MessageController {
    private static final MediaType FHIR = new MediaType("application", "fhir+json", StandardCharsets.UTF_8);

    private final MessageReception reception;
    private final Inbox inbox;
    private final Clock clock;

    MessageController(MessageReception reception, Inboxes inboxes, Clock clock) {
        this.reception = reception;
        this.inbox = inboxes.of(MessageChannel.NAME);
        this.clock = clock;
    }

    /** What could not be taken, and why. */
    @GetMapping
    List<Item> deadLetters() {
        return inbox.dead();
    }

    /** A message as it came; a stranger's words are never shown as a page. */
    @GetMapping("/{id}")
    ResponseEntity<byte[]> raw(@PathVariable("id") long id) {
        return inbox.raw(id)
                .map(raw -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(raw))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Works again on one message, after what was wrong is put right. */
    @PostMapping("/{id}/replay")
    ResponseEntity<String> replay(@PathVariable("id") long id) {
        return reception
                .again(id)
                .map(answer -> ResponseEntity.ok().contentType(FHIR).body(answer))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Lets one go that will never be taken; its text is kept as long as those of taken messages. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> discard(@PathVariable("id") long id) {
        return inbox.discard(id, clock.instant())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
