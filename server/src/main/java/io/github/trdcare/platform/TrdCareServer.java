package io.github.trdcare.platform;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;

/** The application: {@code java -jar trd-care-server.jar}. */
@SpringBootConfiguration
@EnableAutoConfiguration
@EnableConfigurationProperties(TrdProperties.class)
@ComponentScan("io.github.trdcare")
public class TrdCareServer {

    /** Starts the server; instants are kept in UTC, the clinical day is a matter of {@code trd.zone}. */
    public static void main(String[] arguments) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(TrdCareServer.class, arguments);
    }
}
