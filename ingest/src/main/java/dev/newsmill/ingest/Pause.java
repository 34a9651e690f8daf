package dev.newsmill.ingest;

import java.time.Duration;

/** How the fetcher waits. */
@FunctionalInterface
interface Pause {
    void pause(Duration time) throws InterruptedException;
}
