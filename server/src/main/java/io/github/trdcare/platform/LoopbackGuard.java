package io.github.trdcare.platform;

import java.net.InetAddress;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Without security the server listens on this machine only: health records must not be open to a network. */
@Component
class LoopbackGuard implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {
    private final TrdProperties.Security security;
    private final ServerProperties server;
    private final InetAddress hl7v2;

    LoopbackGuard(TrdProperties properties, ServerProperties server) {
        this.security = properties.security();
        this.server = server;
        this.hl7v2 = properties.hl7v2().address();
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        if (security.mode() == TrdProperties.Security.Mode.OPEN && !isLoopback(server.getAddress())) {
            throw new RefusedStartException("trd.security.mode=open answers without authentication and therefore "
                    + "listens on this machine only: set server.address to a loopback address such as 127.0.0.1 (it is "
                    + (server.getAddress() == null
                            ? "not set"
                            : server.getAddress().getHostAddress()) + ").");
        }
        if (security.mode() == TrdProperties.Security.Mode.OPEN && !hl7v2.isLoopbackAddress()) {
            throw new RefusedStartException("trd.security.mode=open takes HL7 v2 messages without authentication and "
                    + "therefore from this machine only: set trd.hl7v2.address to a loopback address such as 127.0.0.1 "
                    + "and let a TLS tunnel that knows the senders listen outside (it is " + hl7v2.getHostAddress()
                    + ").");
        }
    }

    private static boolean isLoopback(InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
