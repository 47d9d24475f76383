package io.github.trdcare.exchange.hl7v2;

import java.util.HashSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a message means for elements of a resource that it gives no value: gone, where the sender wrote {@code ""}, or only
 * assumed, where it said nothing and FHIR wants something.
 */
final class Unsaid {
    private static final String GONE = "hl7v2-gone";
    private static final String ASSUMED = "hl7v2-assumed";

    private Unsaid() {}

    /** Notes that an element goes if the sender deletes the field that it comes from. */
    static void goes(Resource resource, String element, Line line, int field) {
        if (line.deletes(field)) {
            note(resource, GONE, element);
        }
    }

    /** Notes that an element was not said: what is stored is right. */
    static void assumed(Resource resource, String element) {
        note(resource, ASSUMED, element);
    }

    static boolean isGone(Resource resource, String element) {
        return noted(resource, GONE).contains(element);
    }

    static boolean isAssumed(Resource resource, String element) {
        return noted(resource, ASSUMED).contains(element);
    }

    private static void note(Resource resource, String kind, String element) {
        Set<String> all = new HashSet<>(noted(resource, kind));
        all.add(element);
        resource.setUserData(kind, all);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> noted(Resource resource, String kind) {
        return resource.hasUserData(kind) ? (Set<String>) resource.getUserData(kind) : Set.of();
    }
}
