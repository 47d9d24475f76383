package io.github.trdcare.exchange.outbox;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The values of a Subscription's headers, which often are passwords: in the resource, its history and whatever is made of
 * them stands only a handle. A handle opens its value for the origin that it was given for and for no other, so that nobody
 * has somebody else's password sent to himself.
 */
@Component
class HeaderValues {
    /** A header that the rule lets pass. */
    static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,64})\\s*:([^\\r\\n]{0,4000})");

    private static final String HIDDEN = "hidden:";
    private static final Pattern HANDLE = Pattern.compile("\\s*" + HIDDEN + "([0-9a-f-]{36})\\s*");
    private static final int LONGEST_ORIGIN = 300;

    private final JdbcClient jdbc;

    HeaderValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts handles in the place of values, in the transaction that stores the Subscription. */
    void hide(@Nullable Subscription before, Subscription after) {
        Optional<String> origin = origin(after);
        Map<String, Value> known = before == null ? Map.of() : values(handles(before));
        if (origin.isPresent()) {
            after.getChannel()
                    .getHeader()
                    .forEach(header -> hide(header, origin.get(), before == null ? List.of() : headers(before), known));
        }
        Set<String> gone = new HashSet<>(known.keySet());
        gone.removeAll(handles(after));
        forget(gone);
    }

    private void hide(StringType header, String origin, List<StringType> before, Map<String, Value> known) {
        Matcher matcher = HEADER.matcher(String.valueOf(header.getValue()));
        if (!matcher.matches() || matcher.group(2).isBlank() || handle(header).isPresent()) {
            return;
        }
        String name = matcher.group(1) + ": " + HIDDEN;
        Value value = new Value(origin, matcher.group(2).strip());
        // The same value again keeps its handle, so that a repeated update changes nothing.
        header.setValue(before.stream()
                .filter(each -> String.valueOf(each.getValue()).startsWith(name))
                .filter(each ->
                        handle(each).map(known::get).filter(value::equals).isPresent())
                .map(StringType::getValue)
                .findFirst()
                .orElseGet(() -> name + kept(value)));
    }

    private String kept(Value value) {
        String handle = UUID.randomUUID().toString();
        jdbc.sql("insert into trd_header_value (handle, origin, content) values (?, ?, ?)")
                .params(handle, value.origin(), value.content())
                .update();
        return handle;
    }

    /** Of a Subscription that is no more. */
    void forget(Subscription subscription) {
        forget(handles(subscription));
    }

    private void forget(Set<String> handles) {
        if (!handles.isEmpty()) {
            jdbc.sql("delete from trd_header_value where handle in (:handles)")
                    .param("handles", handles)
                    .update();
        }
    }

    /** Whether a header is a handle that opens nothing for its endpoint. */
    boolean isForeign(StringType header, Subscription subscription) {
        return handle(header)
                .filter(handle -> Optional.ofNullable(values(Set.of(handle)).get(handle))
                        .filter(value -> origin(subscription)
                                .filter(value.origin()::equals)
                                .isPresent())
                        .isEmpty())
                .isPresent();
    }

    /** Puts the values back, in copies that are never shown, in one statement. */
    List<Subscription> revealed(List<Subscription> subscriptions) {
        Set<String> handles = new HashSet<>();
        subscriptions.forEach(each -> handles.addAll(handles(each)));
        Map<String, Value> known = values(handles);
        return subscriptions.stream().map(each -> revealed(each.copy(), known)).toList();
    }

    private static Subscription revealed(Subscription subscription, Map<String, Value> known) {
        String origin = origin(subscription).orElse("");
        headers(subscription).forEach(header -> handle(header)
                .map(known::get)
                .filter(value -> value.origin().equals(origin))
                .ifPresent(value -> header.setValue(header.getValue().replaceFirst(":.*", ": ") + value.content())));
        return subscription;
    }

    private Map<String, Value> values(Set<String> handles) {
        Map<String, Value> values = new HashMap<>();
        if (!handles.isEmpty()) {
            jdbc.sql("select handle, origin, content from trd_header_value where handle in (:handles)")
                    .param("handles", handles)
                    .query(row -> {
                        values.put(row.getString(1), new Value(row.getString(2), row.getString(3)));
                    });
        }
        return values;
    }

    private static Set<String> handles(Subscription subscription) {
        Set<String> handles = new HashSet<>();
        headers(subscription).forEach(header -> handle(header).ifPresent(handles::add));
        return handles;
    }

    private static List<StringType> headers(Subscription subscription) {
        return subscription.getChannel().getHeader();
    }

    private static Optional<String> handle(StringType header) {
        Matcher matcher = HANDLE.matcher(String.valueOf(header.getValue()).replaceFirst("^[^:]*:", ""));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** None of what is no address; the rule refuses it anyway. */
    private static Optional<String> origin(Subscription subscription) {
        try {
            URI endpoint = URI.create(String.valueOf(subscription.getChannel().getEndpoint()));
            return Optional.of((endpoint.getScheme() + "://" + endpoint.getAuthority()).toLowerCase(Locale.ROOT))
                    .filter(origin -> origin.length() <= LONGEST_ORIGIN);
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private record Value(String origin, String content) {}
}
