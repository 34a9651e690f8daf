package dev.newsmill.bench;

import dev.newsmill.runtime.KafkaSettings;
import dev.newsmill.runtime.TopicReader;
import dev.newsmill.runtime.TopicSpan;
import dev.newsmill.runtime.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Watches the published topic: when did which page come out? */
final class Arrivals implements AutoCloseable {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_NANOS = 100_000;

    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** @param from what is in the topic already */
    Arrivals(KafkaSettings kafka, TopicSpan from) {
        String topic = Topics.DEFAULT.published();
        Thread thread =
                new Thread(() -> new TopicReader(kafka).follow(topic, from, this::note, () -> closed), "arrivals");
        thread.setDaemon(true);
        thread.start();
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        byte[] url = record.headers().lastHeader("ce_subject").value();
        seen.put(new String(url, StandardCharsets.UTF_8), System.nanoTime());
    }

    /** When the page was seen, as {@link System#nanoTime}. */
    long await(String url) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            Long at = seen.get(url);
            if (at != null) return at;
            if (Thread.interrupted()) throw new InterruptedException("waiting for " + url);
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException(url + " was not published within 60 s");
    }

    /** Returns once a page whose URL starts so was seen. */
    void awaitFirst(String prefix) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (seen.keySet().stream().noneMatch(url -> url.startsWith(prefix))) {
            if (System.nanoTime() > deadline) throw new IllegalStateException("nothing of " + prefix);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
