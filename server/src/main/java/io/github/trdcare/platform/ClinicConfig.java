package io.github.trdcare.platform;

import io.github.trdcare.knowledge.Knowledge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the clinic brings: its day, and its own rows in the clinical tables. */
@Configuration(proxyBeanMethods = false)
class ClinicConfig {

    @Bean
    Clock clock(TrdProperties properties) {
        return Clock.system(properties.zone());
    }

    @Bean
    Knowledge knowledge(TrdProperties properties) {
        Path own = properties.knowledgeDir();
        if (own == null) {
            return Knowledge.shipped();
        }
        if (!Files.isDirectory(own)) {
            throw new RefusedStartException("trd.knowledge-dir is " + own + ", which is no folder");
        }
        return Knowledge.with(own);
    }
}
