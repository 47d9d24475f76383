package io.github.trdcare.storage;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets writes that are conditional on the same match follow one another, on every node of one database. HAPI keeps parallel
 * creates apart by a row for their match, but drops the row when the resource is updated: a third writer that had searched
 * before the first committed would then create it again.
 */
@Component
public class MatchLocks {
    static final int SHARES = 256;

    private final JdbcClient jdbc;
    private final ThreadLocal<Set<Integer>> expected = new ThreadLocal<>();
    private final ThreadLocal<Set<String>> keys = ThreadLocal.withInitial(Set::of);
    private final ThreadLocal<Object> holder = new ThreadLocal<>();

    MatchLocks(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * Until {@link #forget}, each writing transaction of this thread begins by locking these names; matches, as in
     * {@code Patient?identifier=a|b}, by what they mean and not by how they are spelt.
     */
    public void expect(Collection<String> names) {
        forget();
        if (!names.isEmpty()) {
            expected.set(names.stream()
                    .flatMap(name -> isMatch(name) ? MatchUrl.of(name).locks().stream() : Stream.of(name))
                    .map(match -> Math.floorMod(match.hashCode(), SHARES))
                    .collect(Collectors.toCollection(TreeSet::new)));
            keys.set(names.stream()
                    .filter(MatchLocks::isMatch)
                    .map(MatchUrl::of)
                    .filter(MatchUrl::isByIdentifierAlone)
                    .flatMap(match -> match.keys().stream())
                    .collect(Collectors.toSet()));
        }
    }

    private static boolean isMatch(String name) {
        return name.contains("?");
    }

    /** What the writes of this thread may make the one resource of, as in {@link MatchUrl#keys}. */
    Set<String> keys() {
        return keys.get();
    }

    /** The request is over. */
    public void forget() {
        expected.remove();
        keys.remove();
        holder.remove();
    }

    /** Waits for the locks; the database gives them back when the transaction ends. */
    void take(@Nullable Object transaction) {
        Set<Integer> shares = expected.get();
        // A transaction inside another one must not wait for its own thread.
        if (shares != null && holder.get() == null) {
            holder.set(transaction);
            // In order, so that nobody waits in a circle.
            jdbc.sql("select share from trd_match_lock where share in (:shares) order by share for update")
                    .param("shares", shares)
                    .query(Integer.class)
                    .list();
        }
    }

    /** The transaction has ended. */
    void ended(@Nullable Object transaction) {
        if (holder.get() == transaction) {
            holder.remove();
        }
    }
}
