/** The door of the plan of care: makes plans of protocols and tells them. */
package io.github.trdcare.careplan.rest;
