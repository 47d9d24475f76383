package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.exchange.inbox.Inbox;
import io.github.trdcare.exchange.inbox.Inbox.Item;
import io.github.trdcare.exchange.inbox.Inboxes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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

/** HL7 v2 over HTTP, and the messages that could not be taken. */
@RestController
@RequestMapping("/hl7v2")
class Hl7v2Controller {
    private static final MediaType ER7 = new MediaType("application", "hl7-v2+er7", StandardCharsets.UTF_8);

    private final Reception reception;
    private final Inbox inbox;
    private final Hl7v2Settings settings;
    private final Clock clock;

    Hl7v2Controller(Reception reception, Inboxes inboxes, Hl7v2Settings settings, Clock clock) {
        this.reception = reception;
        this.inbox = inboxes.of(Hl7v2Channel.NAME);
        this.settings = settings;
        this.clock = clock;
    }

    /** One message or a batch, answered by its acknowledgements: what became of it stands there, not in the HTTP status. */
    @PostMapping
    ResponseEntity<String> receive(HttpServletRequest request) throws IOException {
        int most = Math.toIntExact(settings.message().toBytes());
        byte[] raw = request.getInputStream().readNBytes(most + 1);
        if (raw.length > most) {
            return ResponseEntity.status(413)
                    .contentType(MediaType.TEXT_PLAIN)
                    .body("The message is larger than " + settings.message() + " (trd.hl7v2.message)\n");
        }
        String origin = "http " + request.getRemoteAddr();
        List<String> answers = Batch.messages(raw).stream()
                .flatMap(message -> reception.receive(message, origin).stream())
                .toList();
        return er7(Batch.answer(raw, answers));
    }

    /** What could not be taken, and why. */
    @GetMapping("/dead-letters")
    List<Item> deadLetters() {
        return inbox.dead();
    }

    /** A message as it came. */
    @GetMapping("/dead-letters/{id}")
    ResponseEntity<byte[]> raw(@PathVariable("id") long id) {
        return inbox.raw(id)
                .map(raw -> ResponseEntity.ok().contentType(ER7).body(raw))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Works again on one message, after what was wrong is put right. */
    @PostMapping("/dead-letters/{id}/replay")
    ResponseEntity<String> replay(@PathVariable("id") long id) {
        return reception.again(id).map(Hl7v2Controller::er7).orElseGet(() -> ResponseEntity.notFound()
                .build());
    }

    /** Lets one go that will never be taken; its text is kept as long as those of taken messages. */
    @DeleteMapping("/dead-letters/{id}")
    ResponseEntity<Void> discard(@PathVariable("id") long id) {
        return inbox.discard(id, clock.instant())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    private static ResponseEntity<String> er7(String answer) {
        return ResponseEntity.ok().contentType(ER7).body(answer);
    }
}
