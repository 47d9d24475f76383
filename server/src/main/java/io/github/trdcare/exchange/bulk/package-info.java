/** Take and give in bulk: exports and imports as jobs in the database, which any node works on piece by piece. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.bulk;
