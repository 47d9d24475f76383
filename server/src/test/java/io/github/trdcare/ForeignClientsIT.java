package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that others made, each in a process of its own; needs Node, npm and Debian's python3-hl7. */
@ServerTest
class ForeignClientsIT {

    @LocalServerPort
    private int port;

    @TempDir
    private Path messages;

    /** The fixtures in an order that makes sense, about a patient of this test. */
    private List<String> files() throws IOException {
        String mrn = "N" + UUID.randomUUID().toString().substring(0, 8);
        List<String> files = new ArrayList<>();
        for (String name : List.of(
                "adt-a04",
                "oru-r01",
                "orm-o01",
                "siu-s12",
                "siu-s26",
                "omp-o09",
                "rde-o11-stop",
                "mdm-t02",
                "mdm-t11",
                "omg-o19-cancel",
                "adt-a40",
                "adt-a08-died")) {
            String text = Files.readString(Path.of("src/test/resources/hl7v2", name + ".hl7"))
                    .replaceAll("100(23|24|99)", mrn + "$1")
                    .replaceAll("\\b(P-1|F-1|F-2|P-2|T-500|M-9|A-1|B-1|D-1|D-0|V-771)\\b", "$1-" + mrn)
                    .replaceFirst("\\|([A-Z]{3}\\d{4})\\|", "|$1-" + UUID.randomUUID() + "|");
            files.add(Files.writeString(messages.resolve(name), text.strip().replace('\n', '\r'))
                    .toString());
        }
        return files;
    }

    @Test
    void nodesClientsExchangeMessagesAndRecords() throws Exception {
        ForeignClients.install();
        List<String> command =
                new ArrayList<>(List.of("node", "exchange.mjs", "http://127.0.0.1:" + port + "/fhir", "" + Mllp.PORT));
        command.addAll(files());
        assertThat(ForeignClients.said(command.toArray(String[]::new)))
                .contains("node-hl7-client: 12 messages accepted")
                .contains("fhir-kit-client: create")
                .contains("fhirclient: create");
    }

    @Test
    void pythonsSenderSendsEveryMessage() throws Exception {
        for (String file : files()) {
            assertThat(ForeignClients.said("mllp_send", "--loose", "-f", file, "-p", "" + Mllp.PORT, "127.0.0.1"))
                    .as(file)
                    .contains("MSA|AA|");
        }
    }
}
