package io.github.trdcare.exchange.registry;

import io.github.trdcare.chart.Ours;
import io.github.trdcare.chart.References;
import io.github.trdcare.exchange.registry.Episodes.Since;
import io.github.trdcare.storage.ResourceStore;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Group.GroupMemberComponent;
import org.hl7.fhir.r4.model.Group.GroupType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;

/** The Group itself: written by one node at a time, and only when somebody comes or goes; it is no news. */
@Component
class Registry {
    static final String ID = "trd-registry";
    static final String REFERENCE = "Group/" + ID;

    private final ResourceStore store;
    private final Episodes episodes;

    Registry(ResourceStore store, Episodes episodes) {
        this.store = store;
        this.episodes = episodes;
    }

    /** Looks again at some patients, as the record has them now. */
    void look(Set<String> patients) {
        alone(group -> {
            Map<String, Since> members = episodes.of(patients);
            return patients.stream()
                    .map(patient -> set(group, patient, Optional.ofNullable(members.get(patient))))
                    .reduce(false, Boolean::logicalOr);
        });
    }

    /** Looks at everybody: what was written while nobody watched is made good. */
    void repair() {
        alone(group -> {
            Map<String, Since> members = episodes.all();
            boolean gone = group.getMember().removeIf(member -> !members.containsKey(patient(member)));
            return members.entrySet().stream()
                    .map(member -> set(group, member.getKey(), Optional.of(member.getValue())))
                    .reduce(gone, Boolean::logicalOr);
        });
    }

    private void alone(Change change) {
        store.together(() -> {
            store.lock(REFERENCE);
            // A read of what is not there would take the transaction with it.
            Optional<Group> stored =
                    store.all(Set.of(REFERENCE)).stream().map(Group.class::cast).findFirst();
            Group group = stored.orElseGet(Registry::empty);
            if (change.make(group) || stored.isEmpty()) {
                group.getMember().sort(Comparator.comparing(Registry::patient));
                group.setQuantity(group.getMember().size());
                store.keep(group);
            }
        });
    }

    private static boolean set(Group group, String patient, Optional<Since> since) {
        Optional<GroupMemberComponent> member = group.getMember().stream()
                .filter(each -> patient(each).equals(patient))
                .findFirst();
        if (since.isEmpty()) {
            member.ifPresent(group.getMember()::remove);
            return member.isPresent();
        }
        Date start = since.get().time();
        if (member.isPresent() && start.equals(member.get().getPeriod().getStart())) {
            return false;
        }
        member.orElseGet(() -> group.addMember().setEntity(new Reference(patient)))
                .setPeriod(new Period().setStart(start));
        return true;
    }

    private static String patient(GroupMemberComponent member) {
        return References.of(member.getEntity());
    }

    private static Group empty() {
        Group group = new Group().setActive(true).setType(GroupType.PERSON).setActual(true);
        group.setId(REFERENCE);
        group.setName("Registry of treatment-resistant depression");
        group.addIdentifier().setSystem(Ours.BASE + "/groups").setValue(ID);
        group.addCharacteristic()
                .setCode(new CodeableConcept()
                        .setText("A depressive episode on record: a Condition that claims " + Episodes.PROFILE
                                + " and is not entered in error"))
                .setValue(new BooleanType(true))
                .setExclude(false);
        return group;
    }

    /** Changes the Group, and says whether it did. */
    private interface Change {
        boolean make(Group group);
    }
}
