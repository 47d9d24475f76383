/** Rules of the plan of care: how its parts may change, and how far they are; knows no store and no HTTP. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.careplan;
