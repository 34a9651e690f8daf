package dev.newsmill.runtime;

import java.time.Duration;

/** Waiting times that double, up to a limit. Used by one thread. */
class Backoff {
    private final Duration first;
    private final Duration last;
    private Duration next;

    Backoff(Duration first, Duration last) {
        this.first = first;
        this.last = last;
        this.next = first;
    }

    /** From a tenth of a second to ten seconds. */
    static Backoff usual() {
        return new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10));
    }

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(last) > 0 ? last : doubled;
        return now;
    }

    void reset() {
        next = first;
    }
}
