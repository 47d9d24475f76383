/** Who a patient is: particulars of a person compared with the patients on record, and two records of one person made one. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.exchange.identity;
