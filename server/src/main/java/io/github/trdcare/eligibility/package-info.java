/** Holds a record to a payer's policy, criterion by criterion; knows no store and writes nothing. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.eligibility;
