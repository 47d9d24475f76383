/** Scores rating scales and tells what a treatment step did to them; knows no treatment from within. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.assessment;
