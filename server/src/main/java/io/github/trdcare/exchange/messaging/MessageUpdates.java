package io.github.trdcare.exchange.messaging;

import io.github.trdcare.careplan.Referrals;
import io.github.trdcare.storage.ResourceStore;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** What a message does to a record that is stored: who hands over what to whom stays, unless it says so and may. */
record MessageUpdates(MessageEvents events, ResourceStore store) {

    /** Completes the updates of a draft, in the transaction that stores it. */
    void complete(List<BundleEntryComponent> entries) {
        for (int i = 0; i < entries.size(); i++) {
            Resource said = entries.get(i).getResource();
            Optional<? extends Resource> known = stored(entries.get(i));
            if (known.isPresent()) {
                keep(known.get(), said);
                refuseOtherOwner(known.get(), said, "Bundle.entry[" + (i + 1) + "].resource.owner");
            }
        }
    }

    private Optional<? extends Resource> stored(BundleEntryComponent entry) {
        if (entry.getRequest().getMethod() != HTTPVerb.PUT) {
            return Optional.empty();
        }
        String query = entry.getRequest().getUrl().replaceFirst("^[^?]*\\?", "");
        List<? extends Resource> found = store.find(entry.getResource().getClass(), query);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private void keep(Resource known, Resource said) {
        for (String element : events.kept(known.fhirType())) {
            List<Base> values = known.getNamedProperty(element).getValues();
            if (said.getNamedProperty(element).getValues().isEmpty()) {
                values.forEach(value -> said.setProperty(element, value));
            }
        }
    }

    /** Of two clinics that claim a referral the first one has it; a message cannot say which version its sender has seen. */
    private static void refuseOtherOwner(Resource known, Resource said, String place) {
        if (known instanceof Task stored
                && said instanceof Task wanted
                && Referrals.isOne(stored)
                && stored.hasOwner()
                && Referrals.handsOver(stored, wanted)) {
            throw new MessageRefusedException(
                    IssueType.CONFLICT,
                    place,
                    "The referral has an owner already, and no message takes it over, for none says which version its"
                            + " sender has seen; read the Task, then PUT or PATCH it with If-Match");
        }
    }
}
