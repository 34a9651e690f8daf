/** Sources of raw pages: files, folders, archives, the web. */
@NullMarked
package dev.newsmill.ingest;

import org.jspecify.annotations.NullMarked;
