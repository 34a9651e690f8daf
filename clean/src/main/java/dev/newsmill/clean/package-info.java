/** Boilerplate cleaning: a raw page in, a structured article out. */
@NullMarked
package dev.newsmill.clean;

import org.jspecify.annotations.NullMarked;
