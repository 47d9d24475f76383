package io.github.trdcare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients at the same moment, each in a thread of its own. */
final class Together {
    private Together() {}

    /** What each came to, in their order; the first failure of one is that of all. */
    static <T> List<T> all(List<Callable<T>> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : clients.invokeAll(work)) {
                results.add(result.get());
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
