@NullMarked
package dev.newsmill.ingest;

import org.jspecify.annotations.NullMarked;
