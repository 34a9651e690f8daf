package dev.newsmill.app.command;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a stage is, in a word. */
enum StageState {
    /** It works, and nothing waits for long. */
    ok,
    /** It works, and records wait. */
    behind,
    /** It runs, records wait, and it finishes none. */
    stalled,
    /** No instance of it runs. */
    stopped;

    private static final Duration BEHIND = Duration.ofSeconds(10);
    private static final Duration STALLED = Duration.ofSeconds(30);

    /**
     * Decides.
     *
     * @param members instances in the consumer group
     * @param waited how long the first record waits; null if none does
     * @param idle since the last receipt; null if there is none in the last minutes
     */
    static StageState of(int members, @Nullable Duration waited, @Nullable Duration idle) {
        if (members == 0) return stopped;
        if (waited == null || waited.compareTo(BEHIND) < 0) return ok;
        boolean finishesNone = idle == null || idle.compareTo(STALLED) >= 0;
        return finishesNone && waited.compareTo(STALLED) >= 0 ? stalled : behind;
    }
}
