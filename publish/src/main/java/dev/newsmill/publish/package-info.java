/** Revisions of articles in an archive, and outlets. */
@NullMarked
package dev.newsmill.publish;

import org.jspecify.annotations.NullMarked;
