package dev.newsmill.ingest;

import java.io.InterruptedIOException;
import java.time.Duration;

/** The end of the time for one URL. */
record Deadline(long nanoTime, Duration all) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos(), time);
    }

    /** Nanoseconds left, at least one. */
    long left() throws InterruptedIOException {
        long left = nanoTime - System.nanoTime();
        if (left <= 0) throw passed();
        return left;
    }

    InterruptedIOException passed() {
        return new InterruptedIOException("no answer within " + all.toMillis() + " ms");
    }
}
