/** The door of plans: their life cycles and what is asked of them. */
package io.github.trdcare.careplan.rest;
