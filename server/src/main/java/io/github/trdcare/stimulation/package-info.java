/** Checks the dose of a stimulation session and follows a course of TMS or ECT; knows no flag, no payer and no plan. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.stimulation;
