package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and fails with what it waited for. */
final class Await {
    private static final long LOOK_MILLIS = 40;

    private Await() {}

    /**
     * Returns once {@code condition} holds.
     *
     * @param children must stay alive meanwhile; what a dead one printed is shown
     */
    static void until(String what, Duration limit, BooleanSupplier condition, Child... children)
            throws InterruptedException {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            for (Child child : children) if (!child.isAlive()) fail("no " + what + ": " + child.story());
            if (System.nanoTime() - began > limit.toNanos()) {
                StringBuilder message = new StringBuilder("no " + what + " within " + limit.toSeconds() + " s");
                for (Child child : children) message.append('\n').append(child.story());
                fail(message.toString());
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }
}
