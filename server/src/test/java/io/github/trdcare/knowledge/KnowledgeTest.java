package io.github.trdcare.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.trdcare.assessment.Scales;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeTest {
    @TempDir
    Path directory;

    @Test
    void aClinicsFileOverridesARowAndLeavesTheOthers() throws IOException {
        write("scales.yaml", "scales:", "  bdi2: {title: Ours, total: [a|b], questionnaire: q, min: 0, max: 9}");
        Scales scales = Scales.read(Knowledge.with(directory));
        assertThat(scales.find("bdi2").orElseThrow().title()).isEqualTo("Ours");
        assertThat(scales.find("phq9").orElseThrow().title()).isEqualTo("PHQ-9");
    }

    @Test
    void aClinicsFileAddsARow() throws IOException {
        write("scales.yaml", "scales:", "  mine: {title: Mine, total: [a|b], questionnaire: q, min: 0, max: 9}");
        assertThat(Scales.read(Knowledge.with(directory)).find("a|b")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x: {total: [a|b]};scales.yaml:2: x: title is missing",
                "x: {title: X, titel: X};titel is not known here",
                "x: {title: X, total: [a|b], questionnaire: q, min: low, max: 9};min is no number: low",
                "x: {title: X, total: [a|b], questionnaire: q, min: 0, max: 9, deciding: 1.5};no whole number",
                "x: {title: X, total: [a|b], questionnaire: q, min: 0, max: 9, noPercent: maybe};neither yes nor no",
                "x: [1];x has the wrong shape",
                "x: {;scales.yaml:"
            })
    void aBadValueIsToldWithItsPlace(String line, String message) throws IOException {
        write("scales.yaml", "scales:", "  " + line);
        assertThatThrownBy(() -> Scales.read(Knowledge.with(directory)))
                .isInstanceOf(KnowledgeException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatNobodyReadsIsRefused() throws IOException {
        write("scale.yaml", "scales: {}");
        assertThatThrownBy(() -> Knowledge.with(directory)).hasMessageContaining("no table has this name");
    }

    @Test
    void aFileBesideThePoliciesIsNoPolicy() throws IOException {
        Files.createDirectories(directory.resolve("policies"));
        write("policies/ours.yaml~", "policy: {}");
        assertThatThrownBy(() -> Knowledge.with(directory).folder("policies"))
                .hasMessageContaining("ours.yaml~:1: a document's name ends in .yaml");
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(directory.resolve(file), List.of(lines));
    }
}
