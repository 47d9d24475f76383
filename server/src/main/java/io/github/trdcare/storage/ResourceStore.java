package io.github.trdcare.storage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** The port to stored FHIR resources: everything written through it is validated, versioned and indexed. */
public interface ResourceStore {
    /** Marks a write, in the user data of its request, as one of content that was validated when it was built. */
    String VALIDATED = "trd-validated";

    /** Marks a write as one that the rules of care made themselves. */
    String REACTION = "trd-reaction";

    /** Marks a write that says nothing new: a record is about another patient from now on, as it is. */
    String MOVED = "trd-moved";

    /** Runs a transaction Bundle: all of it is stored, or nothing. */
    Bundle transaction(Bundle transaction);

    /** Adds what the rules of care make of a write to the transaction under way. */
    void react(Bundle transaction);

    /** Moves records, as they are and without judging them anew, in the transaction under way. */
    void move(Bundle transaction);

    /**
     * Keeps the records of these patients from being merged until the transaction under way ends.
     *
     * @return those that have ended, as in {@code Patient/1}, each with the one that goes on
     */
    Map<String, String> keepOpen(Set<String> patients);

    /** Waits for all who write about these patients, and lets nobody do so until the transaction under way ends. */
    void close(Set<String> patients);

    /** Puts down that a patient's record has ended, or, with no successor, that it goes on. */
    void note(String patient, Optional<String> successor);

    /** The patient whose record goes on in the place of one that has ended. */
    Optional<String> successor(String patient);

    /** Waits until no other transaction holds this name, and holds it until the transaction under way ends. */
    void lock(String name);

    /** Runs work in a transaction of its own, or in the one under way. */
    void together(Runnable work);

    /**
     * Looks, decides and writes while nobody else does so under the same name, on any node: what the decision returns as
     * a transaction Bundle is stored; none stores nothing.
     *
     * @return the answers of the entries, empty where nothing was stored
     */
    default Optional<Bundle> transactionAlone(String name, Supplier<Optional<Bundle>> decision) {
        return transactionAlone(List.of(name), decision);
    }

    /** The same under several names, such as the matches that the writes depend on. */
    Optional<Bundle> transactionAlone(List<String> names, Supplier<Optional<Bundle>> decision);

    /**
     * Runs work that belongs together under a name that can be taken once: several transaction Bundles of content that was
     * validated when it was built, all stored or none, and as long as it takes.
     *
     * @return false when the name was taken before, and nothing was done
     */
    boolean onceOnly(String name, List<Bundle> transactions);

    /**
     * Those of the given references that no stored, undeleted resource answers to.
     *
     * @param references relative and without version, as in {@code Patient/1}
     */
    Set<String> missing(Set<String> references);

    /** A stored, undeleted resource. */
    <R extends Resource> Optional<R> read(Class<R> type, String id);

    /** One version of a resource, as it was stored; empty for one that deleted it, or that is not there. */
    Optional<Resource> version(String type, String id, long version);

    /** Stored, undeleted resources of a type that a search finds, such as {@code target=CarePlan/1}; newest first. */
    <R extends Resource> List<R> find(Class<R> type, String query);

    /**
     * References of what a search finds, such as {@code Observation/1}.
     *
     * @param most how many at most
     */
    List<String> search(String type, String query, int most);

    /** Stores a resource under its id, new or changed, as a client would by PUT. */
    void put(Resource resource);

    /** Stores what the server itself made and keeps, in the transaction under way; it is no news. */
    void keep(Resource resource);

    /** Removes files that the server itself made, with every version of them. */
    void forget(List<String> binaries);

    /**
     * Those of the given references that are stored and undeleted, in a fixed number of statements.
     *
     * @param references relative and without version, as in {@code Patient/1}
     */
    List<Resource> all(Set<String> references);

    /**
     * A patient with all that is about them, and the medications and devices that it names: in a fixed number of
     * statements for each 800 resources.
     *
     * @return empty when there is no such patient
     */
    List<Resource> record(String patient);

    /** The records of many patients at once, in as many statements as that of one. */
    List<Resource> records(Set<String> patients);
}
