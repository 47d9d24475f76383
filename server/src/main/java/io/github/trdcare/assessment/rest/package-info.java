/** The door of the rating scales: what an operation says of scores and outcomes. */
package io.github.trdcare.assessment.rest;
