/** Who said what: words between quotation marks and indirect speech, with their speakers. */
@NullMarked
package dev.newsmill.enrich.quotes;

import org.jspecify.annotations.NullMarked;
