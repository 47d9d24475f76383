/** The door of plans: makes them of protocols, tells them, and guards their life cycles. */
package io.github.trdcare.careplan.rest;
