package io.github.trdcare.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How much goes into one file. */
class SheetTest {

    @Test
    void takesLinesUpToItsLimitAndNotOneByteMore() {
        Sheet sheet = new Sheet(9);
        assertThat(sheet.add("ä1")).isTrue();
        assertThat(sheet.add("four")).isTrue();
        assertThat(sheet.isFull()).isFalse();
        assertThat(sheet.add("")).isFalse();
        assertThat(sheet.isFull()).isTrue();
        assertThat(sheet.bytes()).asString().isEqualTo("ä1\nfour\n");
        assertThat(sheet.lines()).isEqualTo(2);
    }

    @Test
    void takesNothingAfterWhatHadNoRoom() {
        Sheet sheet = new Sheet(9);
        sheet.add("one");
        assertThat(sheet.add("too long")).isFalse();
        assertThat(sheet.add("two")).isFalse();
        assertThat(sheet.lines()).isEqualTo(1);
    }

    @Test
    void takesASingleLineHoweverLong() {
        Sheet sheet = new Sheet(9);
        assertThat(sheet.add("much longer than the limit")).isTrue();
        assertThat(sheet.add("a")).isFalse();
        assertThat(sheet.lines()).isEqualTo(1);
    }
}
