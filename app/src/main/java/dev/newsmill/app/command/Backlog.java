package dev.newsmill.app.command;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in front of a stage.
 *
 * @param records how many; where it is not exact, at most so many
 * @param exact false where there are too many to count: then transaction markers count too
 * @param oldest when the first of them came into its topic; null if none waits
 */
record Backlog(long records, boolean exact, @Nullable Instant oldest) {
    static final Backlog NONE = new Backlog(0, true, null);
}
