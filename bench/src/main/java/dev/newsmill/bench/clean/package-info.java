/** Trains the judge of the cleaner's lines, and measures the cleaner's text and speed. */
@NullMarked
package dev.newsmill.bench.clean;

import org.jspecify.annotations.NullMarked;
