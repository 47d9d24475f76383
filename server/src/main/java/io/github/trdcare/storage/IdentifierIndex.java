package io.github.trdcare.storage;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.codec.digest.DigestUtils;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives an identifier that a resource was created by conditionally to that resource alone, by a unique index of the
 * database. {@link MatchLocks} lets such writers follow one another, so that none of them has to fail; the index holds
 * whatever they do.
 */
@Component
public class IdentifierIndex {
    private final JdbcClient jdbc;
    private final MatchLocks locks;

    IdentifierIndex(DataSource dataSource, MatchLocks locks) {
        this.jdbc = JdbcClient.create(dataSource);
        this.locks = locks;
    }

    /**
     * Takes those of its identifiers that the write asked for.
     *
     * @throws org.springframework.dao.DuplicateKeyException when another resource was created by one of them
     */
    public void created(Resource resource) {
        Set<String> asked = locks.keys();
        if (!asked.isEmpty()) {
            keys(resource, number -> isAsked(resource.fhirType(), number, asked))
                    .forEach(digest -> take(digest, resource));
        }
    }

    /** Leaves those that it has no longer. */
    public void updated(Resource before, Resource after) {
        Set<String> lost = keys(before, number -> true);
        lost.removeAll(keys(after, number -> true));
        leave(lost, before);
    }

    /** Leaves all of them. */
    public void deleted(Resource resource) {
        leave(keys(resource, number -> true), resource);
    }

    private void take(String digest, Resource resource) {
        jdbc.sql("insert into trd_identifier (digest, reference) values (?, ?)")
                .params(digest, reference(resource))
                .update();
    }

    private void leave(Set<String> digests, Resource resource) {
        if (!digests.isEmpty()) {
            jdbc.sql("delete from trd_identifier where reference = :reference and digest in (:digests)")
                    .param("reference", reference(resource))
                    .param("digests", digests)
                    .update();
        }
    }

    private static boolean isAsked(String type, Identifier number, Set<String> asked) {
        String prefix = type + "?identifier=";
        return asked.contains(prefix + number.getSystem() + "|" + number.getValue())
                || asked.contains(prefix + number.getValue());
    }

    private static Set<String> keys(Resource resource, Predicate<Identifier> wanted) {
        return Optional.ofNullable(resource.getNamedProperty("identifier")).map(Property::getValues).stream()
                .flatMap(values -> values.stream())
                .flatMap(value -> value instanceof Identifier number ? Stream.of(number) : Stream.empty())
                .filter(number -> number.getSystem() != null && MatchUrl.isSearchable(number))
                .filter(wanted)
                .map(number -> digest(resource.fhirType(), number))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String digest(String type, Identifier number) {
        String key = String.join("\n", type, number.getSystem(), number.getValue());
        return DigestUtils.sha256Hex(key);
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
