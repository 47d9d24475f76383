package io.github.trdcare;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.trdcare.FhirHttp.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;

/**
 * Eight writers at once follow generated scripts; beside them stands a model of what the server acknowledged: what each
 * account must hold, and that each identifier is one patient.
 */
@Tag("storage")
class RandomTransactionsIT {
    private static final String SYSTEM = "urn:random-transactions";
    private static final int WRITERS = 8;
    private static final int ACCOUNTS = 5;
    private static final int IDENTIFIERS = 10;
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("trd.test.random-seconds", 60));

    private static ServerJar server;
    private static FhirHttp http;
    private static Instant end;

    @BeforeContainer
    static void start() throws IOException {
        server = JarDatabase.prepared().start();
        http = server.http();
        end = Instant.now().plus(LENGTH);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    /** What one writer does next. */
    enum Kind {
        PAY_IN,
        TRANSFER,
        CREATE_ON_CONDITION,
        UPDATE_ON_CONDITION
    }

    /** Which accounts or identifiers it does it to. */
    record Step(Kind kind, int one, int other) {}

    @Provide
    Arbitrary<List<List<Step>>> scripts() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, IDENTIFIERS - 1);
        Arbitrary<Step> step =
                Combinators.combine(Arbitraries.of(Kind.class), any, any).as(Step::new);
        return step.list().ofSize(12).list().ofSize(WRITERS);
    }

    // Scripts are tried until the time is over; a race does not shrink.
    @Property(tries = 10_000, shrinking = ShrinkingMode.OFF)
    void losesNoUpdateAndDoublesNothing(@ForAll("scripts") List<List<Step>> scripts) throws Exception {
        if (Instant.now().isAfter(end)) {
            return;
        }
        Model model = new Model();
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Callable<Void>> writers = new ArrayList<>();
            for (List<Step> script : scripts) {
                writers.add(() -> {
                    script.forEach(model::run);
                    return null;
                });
            }
            for (Future<Void> writer : pool.invokeAll(writers)) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
        model.compare();
    }

    /** What the server has acknowledged of one try. */
    private static final class Model {
        private final String run = UUID.randomUUID().toString();
        private final List<String> accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(account -> opened(run + "-account-" + account))
                .toList();
        private final AtomicIntegerArray balances = new AtomicIntegerArray(ACCOUNTS);
        private final AtomicIntegerArray named = new AtomicIntegerArray(IDENTIFIERS);

        void run(Step step) {
            Answer answer =
                    switch (step.kind) {
                        case PAY_IN -> move(step.one % ACCOUNTS, -1);
                        case TRANSFER -> move(step.one % ACCOUNTS, step.other % ACCOUNTS);
                        case CREATE_ON_CONDITION, UPDATE_ON_CONDITION -> name(step.kind, step.one);
                    };
            assertThat(answer.status()).as(answer.text()).isIn(200, 409, 412);
        }

        /** One more on one account and, in the same transaction, one less on another. */
        private Answer move(int to, int from) {
            Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
            add(transaction, to, 1);
            if (from >= 0 && from != to) {
                add(transaction, from, -1);
            }
            Answer answer = http.post("", transaction);
            if (answer.status() == 200) {
                balances.incrementAndGet(to);
                if (from >= 0 && from != to) {
                    balances.decrementAndGet(from);
                }
            }
            return answer;
        }

        private void add(Bundle transaction, int account, int change) {
            Patient patient = http.get(accounts.get(account)).as(Patient.class);
            patient.setMultipleBirth(new IntegerType(balance(patient) + change));
            transaction
                    .addEntry()
                    .setResource(patient)
                    .getRequest()
                    .setMethod(HTTPVerb.PUT)
                    .setUrl(accounts.get(account))
                    .setIfMatch("W/\"" + patient.getMeta().getVersionId() + "\"");
        }

        private Answer name(Kind kind, int identifier) {
            String match = "identifier=" + SYSTEM + "|" + run + "-" + identifier;
            Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
            BundleEntryRequestComponent request = transaction
                    .addEntry()
                    .setResource(identified(run + "-" + identifier))
                    .getRequest();
            if (kind == Kind.CREATE_ON_CONDITION) {
                request.setMethod(HTTPVerb.POST).setUrl("Patient").setIfNoneExist(match);
            } else {
                request.setMethod(HTTPVerb.PUT).setUrl("Patient?" + match);
            }
            Answer answer = http.post("", transaction);
            if (answer.status() == 200) {
                named.set(identifier, 1);
            }
            return answer;
        }

        void compare() {
            for (int i = 0; i < ACCOUNTS; i++) {
                Patient account = http.get(accounts.get(i)).as(Patient.class);
                assertThat(balance(account)).as("account " + i).isEqualTo(balances.get(i));
            }
            for (int i = 0; i < IDENTIFIERS; i++) {
                int found = http.get("Patient?identifier=" + SYSTEM + "%7C" + run + "-" + i + "&_summary=count")
                        .bundle()
                        .getTotal();
                assertThat(found).as("identifier " + i).isEqualTo(named.get(i));
            }
        }

        private static String opened(String name) {
            Patient account = identified(name);
            account.setMultipleBirth(new IntegerType(0));
            return http.post("Patient", account).header("Location").replaceAll(".*/fhir/(Patient/[^/]+)/.*", "$1");
        }

        private static Patient identified(String value) {
            Patient patient = new Patient();
            patient.addIdentifier().setSystem(SYSTEM).setValue(value);
            return patient;
        }

        private static int balance(Patient account) {
            return account.getMultipleBirthIntegerType().getValue();
        }
    }
}
