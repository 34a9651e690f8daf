/** Tokens and sentences of a text, with exact offsets. What the annotators stand on. */
@NullMarked
package dev.newsmill.enrich.text;

import org.jspecify.annotations.NullMarked;
