/** The door of safety: what a write sets off, and what it may not set going. */
package io.github.trdcare.safety.rest;
