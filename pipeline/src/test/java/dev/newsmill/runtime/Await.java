package dev.newsmill.runtime;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails the test if it does not come true. */
final class Await {
    private static final long LIMIT_NANOS = 20_000_000_000L;

    private Await() {}

    static void until(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - began > LIMIT_NANOS) throw new AssertionError("still not: " + what);
            LockSupport.parkNanos(200_000);
        }
    }
}
