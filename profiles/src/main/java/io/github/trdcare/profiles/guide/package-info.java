/** Renders the guide: one static page for each definition, from the compiled profiles and their narratives; runs at build time only. */
package io.github.trdcare.profiles.guide;
