/** Names, dates, quotes and more, found in an article. */
@NullMarked
package dev.newsmill.enrich;

import org.jspecify.annotations.NullMarked;
