/** Wires the rooms into one application and keeps its settings, limits and start-up; nobody depends on it. */
package io.github.trdcare.platform;
