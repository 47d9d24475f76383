package io.github.trdcare.exchange.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The origins that an operator named, and what follows for an endpoint and for the addresses behind its name. */
final class AllowList {
    /** Every public host, by https. */
    private static final String PUBLIC = "*";

    private static final Pattern ORIGIN =
            Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(\\d+|\\*))?/?");
    private static final String SETTING = " (setting trd.outbound.allow)";

    private final List<Origin> origins;
    private final boolean everyPublicHost;

    /**
     * @throws IllegalArgumentException for an entry that is no origin
     */
    AllowList(List<String> entries) {
        this.origins = entries.stream()
                .filter(entry -> !entry.equals(PUBLIC))
                .map(Origin::of)
                .toList();
        this.everyPublicHost = entries.contains(PUBLIC);
    }

    /** Why nothing may be sent to an endpoint; empty when its origin is allowed. */
    Optional<String> refusal(URI endpoint) {
        String scheme = lower(endpoint.getScheme());
        String host = lower(endpoint.getHost());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("an endpoint is an https address, such as https://ehr.example.org/notify");
        }
        if (host.isEmpty() || endpoint.getRawUserInfo() != null || endpoint.getRawFragment() != null) {
            return Optional.of("an endpoint has a host, and neither user name nor fragment");
        }
        boolean named = origins.stream().anyMatch(origin -> origin.is(scheme, host, port(endpoint, scheme)));
        if (named || (everyPublicHost && scheme.equals("https"))) {
            return Optional.empty();
        }
        return Optional.of("the operator has not allowed this origin" + SETTING);
    }

    /** Why a connection to an address behind a host's name may not be made; empty when it may. */
    Optional<String> refusal(String host, InetAddress address) {
        String name = lower(host);
        boolean named = origins.stream().anyMatch(origin -> origin.host().equals(name));
        boolean literal = named && name.equals(bare(address));
        if (literal || !SpecialAddresses.isNever(address) && (named || !SpecialAddresses.isInternal(address))) {
            return Optional.empty();
        }
        return Optional.of(
                "the host leads to an address that is not public, and the operator has not named it" + SETTING);
    }

    private static String bare(InetAddress address) {
        return address.getHostAddress().replaceFirst("%.*", "");
    }

    private static int port(URI endpoint, String scheme) {
        return endpoint.getPort() >= 0 ? endpoint.getPort() : standardPort(scheme);
    }

    private static int standardPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static String lower(String text) {
        return text == null
                ? ""
                : text.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceAll("[\\[\\]]", "");
    }

    /** An origin; the port may be any. */
    private record Origin(String scheme, String host, Optional<Integer> port) {

        static Origin of(String entry) {
            Matcher origin = ORIGIN.matcher(entry.toLowerCase(Locale.ROOT));
            if (!origin.matches()) {
                throw new IllegalArgumentException("trd.outbound.allow has the entry " + entry
                        + "; an entry is an origin such as https://ehr.example.org:8443, or *");
            }
            String scheme = origin.group(1);
            String port = origin.group(3);
            return new Origin(
                    scheme,
                    lower(origin.group(2)),
                    "*".equals(port)
                            ? Optional.empty()
                            : Optional.of(port == null ? standardPort(scheme) : Integer.parseInt(port)));
        }

        boolean is(String otherScheme, String otherHost, int otherPort) {
            return scheme.equals(otherScheme)
                    && host.equals(otherHost)
                    && port.map(own -> own == otherPort).orElse(true);
        }
    }
}
