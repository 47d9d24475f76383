package io.github.trdcare.exchange.channels;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The queues, for the page of channels and for scripts. */
@RestController
class ChannelsController {
    private final List<Channels> rooms;

    ChannelsController(List<Channels> rooms) {
        this.rooms = rooms;
    }

    /** Every queue with its depth, its oldest item and its last error. */
    @GetMapping("/channels")
    List<ChannelState> states() {
        return rooms.stream().flatMap(room -> room.states().stream()).toList();
    }

    /** Queues again what one of them gave up. */
    @PostMapping("/channels/replay")
    ResponseEntity<Map<String, Object>> replay(@RequestParam("channel") String channel) {
        return rooms.stream()
                .map(room -> room.replay(channel))
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(queued ->
                        ResponseEntity.ok(Map.<String, Object>of("channel", channel, "queued", queued.getAsInt())))
                .orElseGet(() -> ResponseEntity.status(404).body(Map.of("error", "There is no such channel")));
    }
}
