package io.github.trdcare.platform;

import io.github.trdcare.knowledge.Knowledge;
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
        return properties.knowledgeDir() == null ? Knowledge.shipped() : Knowledge.with(properties.knowledgeDir());
    }
}
