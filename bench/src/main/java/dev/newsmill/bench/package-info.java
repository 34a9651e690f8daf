/** Trains the models that ship, and measures. */
@NullMarked
package dev.newsmill.bench;

import org.jspecify.annotations.NullMarked;
