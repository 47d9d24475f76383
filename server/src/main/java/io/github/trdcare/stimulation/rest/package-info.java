/** The door of courses of TMS and ECT: what was planned, given and missed, asked in one call. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.stimulation.rest;
