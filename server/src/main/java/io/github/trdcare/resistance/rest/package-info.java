/** The door of treatment resistance and of the outcomes that its trials had. */
package io.github.trdcare.resistance.rest;
