/** Signatures of texts, by which copies of the same report are found. */
@NullMarked
package dev.newsmill.enrich.similar;

import org.jspecify.annotations.NullMarked;
