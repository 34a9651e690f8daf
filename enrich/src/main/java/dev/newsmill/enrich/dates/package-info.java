/** Dates: finds temporal expressions and says what they denote. Languages are resource folders, not code. */
@NullMarked
package dev.newsmill.enrich.dates;

import org.jspecify.annotations.NullMarked;
