package io.github.trdcare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.SET;

import io.github.trdcare.eligibility.CoveragePolicy;
import io.github.trdcare.knowledge.Knowledge;
import io.github.trdcare.stimulation.ClosedDays;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A clinic's own tables take effect, or a wrong one stops the start with its file and line. */
class ClinicTablesTest {
    @TempDir
    Path directory;

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Clinic.class);

    @EnableConfigurationProperties(TrdProperties.class)
    @Import(ClinicConfig.class)
    static class Clinic {
        @Bean
        Set<LocalDate> closed(Knowledge knowledge) {
            return ClosedDays.read(knowledge);
        }
    }

    @Test
    void takeEffect() throws IOException {
        write("calendar.yaml", "closed:\n  2026-07-03: {name: Independence Day}\n");
        runner.withPropertyValues("trd.knowledge-dir=" + directory)
                .run(context -> assertThat(context.getBean("closed")).isEqualTo(Set.of(LocalDate.parse("2026-07-03"))));
    }

    @Test
    void takeEffectAsTheExampleShowsThem() {
        runner.withPropertyValues("trd.knowledge-dir=../examples/knowledge").run(context -> {
            assertThat(context.getBean("closed")).asInstanceOf(SET).contains(LocalDate.parse("2026-07-03"));
            CoveragePolicy policy =
                    CoveragePolicy.read(context.getBean(Knowledge.class)).get("our-insurer");
            assertThat(policy.adequacy().minDays()).isEqualTo(56);
            assertThat(policy.minAge()).contains(18);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "calendar.yaml  | closed:\\n  2026-13-01: {name: X} | calendar.yaml:2: 2026-13-01: is no day",
                "calendar.yaml  | closed:\\n  2026-07-03: {}        | calendar.yaml:2: 2026-07-03: name is missing",
                "calendar.yaml  | closed:\\n  2026-07-03: Holiday   | calendar.yaml:2: closed: 2026-07-03 has the wrong shape",
                "calendar.yaml  | shut: {}                          | calendar.yaml:1: shut is not known here",
                "lifestyle.yaml | measures: {                       | lifestyle.yaml:2: expected the node",
                "agents.csv     | agent,rxnorm\\nsertraline         | agents.csv:2: has another number of columns",
                "holidays.yaml  | closed: {}                        | holidays.yaml:1: no table has this name"
            })
    void stopTheStartWithTheirFileAndLine(String file, String content, String message) throws IOException {
        write(file, content.replace("\\n", "\n") + "\n");
        refused(directory, message);
    }

    @Test
    void aFolderThatIsNotThereStopsTheStart() {
        refused(directory.resolve("nowhere"), "which is no folder");
    }

    private void refused(Path folder, String message) {
        runner.withPropertyValues("trd.knowledge-dir=" + folder).run(context -> assertThat(new RefusedStartAnalyzer()
                        .analyze(context.getStartupFailure())
                        .getDescription())
                .contains(message)
                .contains(folder.toString())
                .doesNotContain("\n\tat "));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content);
    }
}
