package dev.newsmill.runtime;

import java.util.concurrent.TimeUnit;

/** Holds work to a number of records a second, on average since the first. Used by one thread. */
public final class Pace {
    private static final int LARGEST_BATCH = 50;

    private final double perSecond;
    private long began;
    private long taken;

    /** @param perSecond 0 for as fast as it goes */
    public Pace(double perSecond) {
        if (perSecond < 0 || Double.isNaN(perSecond)) throw new IllegalArgumentException("rate " + perSecond);
        this.perSecond = perSecond;
    }

    /** How many records to take at once: those of half a second. */
    int batch() {
        if (perSecond == 0) return LARGEST_BATCH;
        return (int) Math.max(1, Math.min(LARGEST_BATCH, perSecond / 2));
    }

    /** Returns when the next record is due after {@code count} more. */
    public void took(int count) throws InterruptedException {
        if (perSecond == 0) return;
        if (taken == 0) began = System.nanoTime();
        taken += count;
        long due = began + (long) (taken / perSecond * 1e9);
        TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
    }
}
