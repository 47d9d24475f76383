package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Import;

/** A setting is right, or it stops the start with its name. */
class SettingsTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @EnableConfigurationProperties({TrdProperties.class, ServerProperties.class})
    @Import(LoopbackGuard.class)
    static class Settings {}

    @Test
    void standAtTheirDefaultsWhenNothingIsSaid() {
        runner.run(context -> {
            TrdProperties settings = context.getBean(TrdProperties.class);
            assertThat(settings.dataDir()).hasToString("data");
            assertThat(settings.demo()).isFalse();
            assertThat(settings.zone()).hasToString("UTC");
            assertThat(settings.limits().pageSize()).isEqualTo(1000);
            assertThat(settings.limits().body().toMegabytes()).isEqualTo(25);
            assertThat(settings.cors().allowedOrigins()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "trd.security.mode=smart, trd.security.mode",
        "trd.zone=Mars/Olympus, trd.zone",
        "trd.limits.page-size=0, pageSize",
        "trd.limits.page-size=10001, pageSize",
        "trd.limits.depth=9, depth",
        "trd.limits.depth=501, depth",
        "trd.limits.bundle-entries=0, bundleEntries",
        "trd.limits.body=huge, trd.limits.body",
        "trd.demo=perhaps, trd.demo"
    })
    void stopTheStartWhenTheyAreWrong(String setting, String named) {
        runner.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(named));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.8.8.8"})
    void letTheOpenServerListenOnALoopbackAddress(String address) {
        runner.withPropertyValues("server.address=" + address).run(context -> {
            context.getBean(LoopbackGuard.class).customize(null);
            assertThat(context).hasNotFailed();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", ""})
    void refuseAnyOtherAddressForTheOpenServer(String address) {
        runner.withPropertyValues("server.address=" + address)
                .run(context -> org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> context.getBean(LoopbackGuard.class).customize(null))
                        .isInstanceOf(RefusedStartException.class)
                        .hasMessageContaining("server.address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
    void refuseAnyOtherAddressForItsMessagesToo(String address) {
        runner.withPropertyValues("server.address=127.0.0.1", "trd.hl7v2.address=" + address)
                .run(context -> org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> context.getBean(LoopbackGuard.class).customize(null))
                        .isInstanceOf(RefusedStartException.class)
                        .hasMessageContaining("trd.hl7v2.address"));
    }
}
