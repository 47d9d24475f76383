/** Who a patient is: particulars of a person compared with the patients on record. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.identity;
