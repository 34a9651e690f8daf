package dev.newsmill.runtime;

import java.time.Duration;

/** Waiting times that double from a tenth of a second to ten seconds. Used by one thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LAST = Duration.ofSeconds(10);

    private Duration next = FIRST;

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(LAST) > 0 ? LAST : doubled;
        return now;
    }

    void reset() {
        next = FIRST;
    }
}
