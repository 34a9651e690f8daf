package dev.newsmill.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.newsmill.runtime.PageFeed;
import dev.newsmill.stage.Offer;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Feeds pages one after the other from a thread of its own, as a slow source would, until it is told to finish. */
final class FeedThread implements Iterator<Offer>, AutoCloseable {
    private final Set<String> fed = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final PageFeed feed;
    private final int millisAPage;
    private final Thread thread;
    private volatile boolean finishing;
    private int number;

    FeedThread(Lab lab, int millisAPage) {
        this.feed = new PageFeed(lab.kafka(), lab.topics(), Clock.systemUTC());
        this.millisAPage = millisAPage;
        this.thread = new Thread(this::run, "feed");
        thread.start();
    }

    @Override
    public boolean hasNext() {
        return !finishing;
    }

    @Override
    public Offer next() {
        try {
            TimeUnit.MILLISECONDS.sleep(millisAPage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return MadePages.offer(MadePages.page(number++));
    }

    /** Ends the feed; returns the ids of the pages, all of which it was told are in. */
    Set<String> finish(Duration patience) throws InterruptedException {
        finishing = true;
        thread.join(patience.toMillis());
        assertThat(thread.isAlive()).as("the feed goes on").isFalse();
        assertThat(failure.get()).isNull();
        assertThat(fed).hasSize(number);
        return fed;
    }

    @Override
    public void close() {
        finishing = true;
        thread.interrupt();
    }

    private void run() {
        try (feed) {
            feed.feed(this, receipt -> fed.add(receipt.page()));
        } catch (Throwable e) {
            failure.set(e);
        }
    }
}
