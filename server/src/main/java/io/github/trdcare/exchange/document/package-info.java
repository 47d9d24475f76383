/** Documents for other houses: a patient's record in the words of the rules, as an International Patient Summary. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.document;
