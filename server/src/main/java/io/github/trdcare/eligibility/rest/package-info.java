/** The door of payer policies for TMS: the verdict on each criterion, and the packet that a payer's desk reads. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.eligibility.rest;
