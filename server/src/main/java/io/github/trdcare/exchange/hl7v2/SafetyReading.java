package io.github.trdcare.exchange.hl7v2;

import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.hl7v2.V2Message.Group;
import io.github.trdcare.safety.rest.RefusedAlerts;
import io.github.trdcare.storage.ResourceStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a message that is refused for answers about suicide, as far as it can be read; its patient is stored first. */
final class SafetyReading {
    private static final Logger log = LoggerFactory.getLogger(SafetyReading.class);

    private final ResultMapper results;
    private final RefusedAlerts alerts;
    private final ResourceStore store;
    private final StoredPatients patients;

    SafetyReading(ResultMapper results, RefusedAlerts alerts, ResourceStore store) {
        this.results = results;
        this.alerts = alerts;
        this.store = store;
        this.patients = new StoredPatients(store);
    }

    void of(V2Message message, Datatypes types) {
        List<Observation> answers = answers(message, types);
        if (!answers.isEmpty()) {
            List<String> whom = patient(message, types).map(List::of).orElseGet(() -> known(message, types));
            whom.forEach(patient -> raise(answers, patient));
            if (whom.isEmpty()) {
                log.error("A refused HL7 v2 message with ratings names no patient; it is in the dead letters");
            }
        }
    }

    private void raise(List<Observation> answers, String patient) {
        answers.forEach(answer -> answer.setSubject(new Reference(patient)));
        alerts.raise(List.<Resource>copyOf(answers));
    }

    /** Those ratings that can be read, each by itself. */
    private List<Observation> answers(V2Message message, Datatypes types) {
        List<Observation> answers = new ArrayList<>();
        List<Line> unheard = message.lines().stream()
                .takeWhile(line -> !line.name().equals("ORC") && !line.name().equals("OBR"))
                .toList();
        Stream.concat(Stream.of(new Group(unheard)), message.groups(List.of("ORC", "OBR")).stream())
                .forEach(group -> group.all("OBX").forEach(line -> answer(line, group, types)
                        .filter(answer -> answer.getCategory().size() > 0)
                        .ifPresent(answers::add)));
        answers.stream().filter(answer -> !answer.hasEffective()).forEach(answer -> message.first("MSH")
                .flatMap(msh -> msh.first(7))
                .ifPresent(sent -> at(answer, sent, types)));
        return answers;
    }

    private static void at(Observation answer, Field sent, Datatypes types) {
        try {
            answer.setEffective(types.times().dateTime(sent));
        } catch (V2RefusedException unreadable) {
            log.debug("MSH-7 is no time");
        }
    }

    /** The strictest reading first, then one that needs nothing but the code and the value. */
    private Optional<Observation> answer(Line line, Group group, Datatypes types) {
        for (Group around : List.of(group, new Group(List.of()))) {
            try {
                return Optional.of(results.result(line, around, new Reference(), types));
            } catch (V2RefusedException unreadable) {
                log.debug("An OBX of a refused message cannot be read with its group");
            }
        }
        return results.bare(line, types);
    }

    private Optional<String> patient(V2Message message, Datatypes types) {
        try {
            Draft draft = new Draft();
            Patient patient = Patients.of(message, types);
            draft.keep(patient, Patients.key(patient));
            return store.transactionAlone(draft.matches(), () -> {
                        patients.find(draft);
                        return Optional.of(draft.bundle());
                    })
                    .map(answer ->
                            answer.getEntry().get(0).getResponse().getLocation().replaceFirst("/_history.*", ""))
                    .map(location -> location.substring(location.indexOf("Patient/")));
        } catch (RuntimeException unusable) {
            return Optional.empty();
        }
    }

    /** By the numbers alone, where the rest of PID cannot be read or stored; two who may be meant are both in danger. */
    private List<String> known(V2Message message, Datatypes types) {
        try {
            Patient said = new Patient();
            message.first("PID").stream().flatMap(pid -> pid.all(3).stream()).forEach(number -> number(number, types)
                    .ifPresent(said::addIdentifier));
            return said.hasIdentifier()
                    ? patients.whom(said).stream().map(References::to).toList()
                    : List.of();
        } catch (RuntimeException unusable) {
            return List.of();
        }
    }

    private static Optional<Identifier> number(Field field, Datatypes types) {
        try {
            return Optional.of(types.cx(field));
        } catch (V2RefusedException unreadable) {
            return Optional.empty();
        }
    }
}
