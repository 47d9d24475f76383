package io.github.trdcare.exchange.bulk;

import java.io.IOException;

/** One kind of work; doing it twice changes nothing more than doing it once. */
interface Task {
    Part.Kind kind();

    /** Does the work, and ends it by the lease. */
    void run(Job job, Part part, Lease lease) throws IOException;
}
