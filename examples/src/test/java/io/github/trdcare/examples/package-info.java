/** Holds the stories to the profiles, to the dose and scale arithmetic, and to their own references; knows no server. */
package io.github.trdcare.examples;
