/** Reads a patient's record as it stands at a moment: what counts, when, in which unit; knows no rule of any room. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.chart;
