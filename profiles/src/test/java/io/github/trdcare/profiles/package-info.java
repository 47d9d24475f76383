/** Holds the compiled guide to itself: its package, its examples, its codes and what it must refuse; knows no server. */
package io.github.trdcare.profiles;
