/** Replays: which records, what would change, and publishing only that. */
@NullMarked
package dev.newsmill.app.replay;

import org.jspecify.annotations.NullMarked;
