/** Names in a text: who, where, what. A sequence tagger, and the grouping of its mentions into entities. */
@NullMarked
package dev.newsmill.enrich.names;

import org.jspecify.annotations.NullMarked;
