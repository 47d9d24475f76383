/** Reads the clinical tables and says in which file and line one is wrong; knows nothing of what they mean. */
@org.jspecify.annotations.NullMarked
package io.github.trdcare.knowledge;
