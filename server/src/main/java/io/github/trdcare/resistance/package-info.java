/** Judges antidepressant trials and how far a depression resists them; knows no TMS dose, no payer and no plan. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.resistance;
