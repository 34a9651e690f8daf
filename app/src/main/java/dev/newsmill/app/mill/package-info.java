/** The running mill: stages, sources and outlets of one process. */
@NullMarked
package dev.newsmill.app.mill;

import org.jspecify.annotations.NullMarked;
