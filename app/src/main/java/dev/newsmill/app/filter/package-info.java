/** The stages as filters: files and lines in, JSON lines out, no Kafka. */
@NullMarked
package dev.newsmill.app.filter;

import org.jspecify.annotations.NullMarked;
