package io.github.trdcare.exchange.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    /** A slash ends a line. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
        BHS|^~\\&/MSH|1/MSH|2/BTS|2/                         ! 2 ! ''
        BHS|^~\\&/MSH|1/MSH|2/BTS|3/                         ! 2 ! 2 messages in the batch
        BHS|^~\\&/MSH|1/MSH|2/BTS|/                          ! 2 ! ''
        BHS|^~\\&/MSH|1/MSH|2/                               ! 2 ! end is missing
        FHS|^~\\&/BHS|/MSH|1/BTS|1/BHS|/MSH|2/BTS|1/FTS|2/   ! 2 ! ''
        FHS|^~\\&/BHS|/MSH|1/BTS|1/FTS|2/                    ! 1 ! 1 batches in the file
        FHS|^~\\&/BHS|/MSH|1/BTS|1/                          ! 1 ! end is missing
        MSH|1/PID|1/MSH|2/                                   ! 2 ! ''
        """)
    void saysWhereItsCountsDisagreeAndReadsEachMessage(String text, int messages, String complaint) {
        byte[] raw = text.replace('/', '\r').getBytes(StandardCharsets.UTF_8);
        List<byte[]> all = Batch.messages(raw);
        assertThat(all).hasSize(messages);
        String answer = Batch.answer(raw, all.stream().map(each -> "MSA|AA\r").toList());
        assertThat(answer).startsWith("BHS|^~\\&\rMSA|AA\r").contains("\rBTS|" + messages);
        if (complaint.isEmpty()) {
            assertThat(answer).endsWith("BTS|" + messages + "\r");
        } else {
            assertThat(answer).contains(complaint);
        }
    }
}
