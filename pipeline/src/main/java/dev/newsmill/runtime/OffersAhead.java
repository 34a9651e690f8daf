package dev.newsmill.runtime;

import dev.newsmill.stage.Offer;
import java.util.Iterator;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads offers in a thread of its own, one ahead, so that a source that has nothing to give for a while does not hold
 * back what it gave before. Used by one thread.
 */
final class OffersAhead implements AutoCloseable {
    private final SynchronousQueue<Step> steps = new SynchronousQueue<>();
    private final Thread reader;

    /**
     * What came from the source: an offer, or its end.
     *
     * @param error why the source ended; null if it had no more, or if there is an offer
     */
    record Step(@Nullable Offer offer, @Nullable Throwable error) {}

    OffersAhead(Iterator<Offer> offers) {
        this.reader = new Thread(() -> read(offers), "offers");
        reader.setDaemon(true);
        reader.start();
    }

    /** The next step; null if there is none within this time. */
    @Nullable
    Step poll(long nanos) throws InterruptedException {
        boolean ended = !reader.isAlive();
        Step step = steps.poll(nanos, TimeUnit.NANOSECONDS);
        return step == null && ended ? new Step(null, new IllegalStateException("the source was interrupted")) : step;
    }

    /** Interrupts the source. One that does not care is left behind: it ends with its next offer. */
    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(Iterator<Offer> offers) {
        try {
            Throwable error = null;
            try {
                while (offers.hasNext()) steps.put(new Step(offers.next(), null));
            } catch (RuntimeException | Error e) {
                error = e;
            }
            steps.put(new Step(null, error));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
