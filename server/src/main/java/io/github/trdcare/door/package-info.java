/** The frame of every door: opens a patient's record, writes an answer, refuses in words; it knows the chart and the store. */
package io.github.trdcare.door;
